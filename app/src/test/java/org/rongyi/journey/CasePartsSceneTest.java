package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.people.person.MovedAway;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AidCases;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is done beside a case's way: a wrong paper is exchanged, a letter stamped, a decision looked at again, a case moved on. */
@RongyiTest
@Tag("browser")
@DisplayName("办件旁边的页：更换材料、文书和盖章扫描件、申请复核、移送，都无障碍，不超宽")
class CasePartsSceneTest {

    @Autowired
    private ApplicationContext program;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private AidCases aid;
    private Looks looks;
    private Page village;
    private Page town;

    @Test
    void whatStandsBesideTheWayIsOpenToAll() {
        personas = TestCounty.ensure(program);
        aid = new AidCases(program);
        try (var seen = new Looks(program, CasePartsSceneTest.class);
                var chromium = new Chromium(port)) {
            looks = seen;
            village = signIn(chromium, "cun");
            town = signIn(chromium, "zhen");
            aWrongPaper();
            aLetter();
            aRecheck();
            aTransfer(signIn(chromium, "cun2"));
            assertThat(looks.missed()).isEmpty();
            assertThat(looks.barriers()).isEmpty();
        }
    }

    private void aWrongPaper() {
        var file = aid.filed();
        village.navigate("/cases/" + file + "/evidence");
        assertThat(village.textContent("main")).contains("现在不能更换");
        looks.at(village, "evidence-none");
        var owner = new AttachmentOwner(
                "approval.case", file, aid.village.unitCode(), aid.read(file).person());
        var paper = new Checked.Fit("户口簿.pdf", "application/pdf", new byte[] {4, 2}, new byte[] {9}, 1, false);
        program.getBean(Transactions.class)
                .write(
                        aid.village,
                        () -> program.getBean(Attachments.class)
                                .add(aid.village, owner, AttachmentKind.EVIDENCE, paper));
        town.navigate("/cases/" + file + "/evidence");
        press(town, "更换");
        assertThat(town.locator("main .error").count()).isPositive();
        looks.at(town, "evidence");
    }

    private void aLetter() {
        var letter = "/documents/" + aid.declined();
        town.navigate(letter);
        looks.at(town, "issued");
        town.setInputFiles("input[name=stamped]", new FilePayload("盖章.png", "image/png", picture()));
        press(town, "上传");
        assertThat(town.textContent("main")).contains("盖章.jpg");
        looks.at(town, "issued-stamped");
        Chromium.arrive(town.locator("main a[href$='/withdrawal']"));
        looks.at(town, "stamped-withdrawal");
        press(town, "撤下");
        assertThat(town.locator("main .error").count()).isPositive();
        town.fill("input[name=reason]", "章盖在了别的文书上");
        press(town, "撤下");
        assertThat(town.textContent("main")).contains("已撤下：章盖在了别的文书上");
        looks.at(town, "issued-withdrawn");
    }

    private void aRecheck() {
        village.navigate("/cases/" + aid.filed() + "/recheck");
        assertThat(village.textContent("main")).contains("现在不能申请复核");
        looks.at(village, "recheck-not-now");
        village.navigate("/cases/" + aid.refused() + "/recheck");
        press(village, "申请复核");
        assertThat(village.locator("main .error").count()).isPositive();
        looks.at(village, "recheck");
    }

    private void aTransfer(Page there) {
        var file = MovedAway.withACase(program, "黎移送");
        village.navigate("/cases/" + file + "/transfer");
        looks.at(village, "transfer-form");
        village.fill("textarea[name=reason]", "人已搬到那里，联系责任也移交过去了");
        press(village, "移送");
        village.waitForURL("**/transfers/*");
        var transfer = URI.create(village.url()).getPath();
        looks.at(village, "transfer-asked");
        village.navigate("/transfers");
        looks.at(village, "transfers");
        there.navigate(transfer);
        looks.at(there, "transfer");
        there.locator("main details > summary").click();
        press(there, "退回");
        assertThat(there.locator("main .error").count()).isPositive();
        looks.at(there, "transfer-wrong");
        press(there, "接收");
        assertThat(there.textContent("main")).contains("已接收");
    }

    private static byte[] picture() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(32, 32, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Page signIn(Chromium chromium, String who) {
        return chromium.signIn(Device.PHONE, Objects.requireNonNull(personas.get(who)));
    }
}
