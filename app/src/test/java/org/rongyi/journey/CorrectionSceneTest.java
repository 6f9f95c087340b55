package org.rongyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rongyi.journey.Chromium.follow;
import static org.rongyi.journey.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.journey.Chromium.Device;
import org.rongyi.platform.access.Personas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The veteran's own right to have his file corrected, from his phone to the county and back, without a script. */
@RongyiTest
@Tag("browser")
@DisplayName("本人在手机上申请更正：补正、初核、不同意、送达、差评，一路看得到")
class CorrectionSceneTest {

    private static final String REASON = "与退役档案的记载不符，请先更正退役档案";

    private static final String NOTHING_OPEN = """
            with closed as (
                update approval.case_file set state = 'CLOSED', result = 'WITHDRAWN'
                where person_id = (select person_id from access.account where username = 'laobing')
                  and state in ('RECEIVED', 'SUPPLEMENT', 'HANDLING', 'PAUSED')
                returning id)
            update approval.task set state = 'DROPPED'
            where state = 'OPEN' and case_id in (select id from closed)
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private Map<String, Personas.Entry> personas = Map.of();
    private Chromium chromium;

    @BeforeEach
    void county() {
        personas = TestCounty.ensure(program);
        everything.sql(NOTHING_OPEN).update(); // other tests file for him too, and one thing is handled once at a time
        chromium = new Chromium(port);
    }

    @AfterEach
    void goHome() {
        chromium.close();
    }

    @Test
    void fromThePhoneToTheCountyAndBack() throws IOException {
        var veteran = signIn(Device.PHONE_WITHOUT_SCRIPTS, "laobing");
        var file = files(veteran);
        var town = signIn(Device.DESKTOP, "zhen");
        act(town, file, page -> {
            page.getByText("材料不齐，通知补正").click();
            page.fill("textarea[name=what]", "请补户口簿本人页");
            press(page, "通知补正");
        });
        bringsWhatIsMissing(veteran, file);
        act(town, file, page -> press(page, "材料齐全，受理"));
        act(signIn(Device.DESKTOP, "xian"), file, page -> answers(page, "AGREE", "材料齐全"));
        act(signIn(Device.PHONE_WITHOUT_SCRIPTS, "juzhang"), file, page -> answers(page, "AGAINST", REASON));
        act(town, file, page -> {
            page.check("input[name=way][value=HAND]");
            page.fill("input[name=proof]", "本人签收");
            press(page, "登记送达，办结");
        });
        readsItAndComplains(veteran, file);
        var above = signIn(Device.DESKTOP, "shi");
        above.navigate("/tasks");
        assertThat(above.textContent("main")).contains("差评回访、整改");
    }

    private String files(Page page) throws IOException {
        page.navigate("/me");
        follow(page, "信息有误，申请更正");
        if (page.url().contains("/me/privacy")) { // told once, before anything is asked
            assertThat(page.textContent("main")).contains("个人信息处理告知书", "其中的敏感信息");
            press(page, "我看过了");
        }
        page.fill("input[name=name]", "陈一铨");
        page.setInputFiles("input[name=evidence]", new FilePayload("身份证.jpg", "image/jpeg", photo()));
        press(page, "提交申请");
        assertThat(page.textContent("main")).contains("请写明哪里不对", "身份证.jpg");
        page.fill("textarea[name=ground]", "名字最后一个字登记错了，有身份证");
        press(page, "提交申请");
        page.waitForURL("**/cases/*");
        assertThat(page.textContent("main")).contains("现在等：镇街受理", "陈一铨", "身份证.jpg");
        return URI.create(page.url()).getPath();
    }

    private static void bringsWhatIsMissing(Page page, String file) {
        page.navigate(file);
        assertThat(page.textContent("main")).contains("请补户口簿本人页", "补正材料通知书");
        follow(page, "去补正");
        page.fill("textarea[name=what]", "户口簿本人页");
        press(page, "提交补正");
        page.waitForURL("**/cases/*");
        assertThat(page.textContent("main")).contains("现在等：镇街受理");
    }

    private static void answers(Page page, String verdict, String opinion) {
        page.check("input[name=verdict][value=" + verdict + "]");
        page.fill("textarea[name=opinion]", opinion);
        press(page, "签署意见");
    }

    private static void readsItAndComplains(Page page, String file) {
        page.navigate(file);
        assertThat(page.textContent("main")).contains(REASON, "行政复议", "本人签收", "不予同意决定书");
        page.check("input[name=grade][value=WORST]");
        page.fill("textarea[name=text]", "跑了两趟");
        press(page, "提交评价");
        assertThat(page.textContent("main")).contains("谢谢您的评价", "非常不满意");
        page.navigate("/messages");
        assertThat(page.textContent("main")).contains("有结果了");
    }

    /** Opens the task that waits for whoever reads the case, and does it. */
    private static void act(Page page, String file, Consumer<Page> what) {
        page.navigate(file);
        follow(page, "去办理");
        what.accept(page);
        page.waitForURL("**/tasks");
    }

    private Page signIn(Device device, String who) {
        return chromium.signIn(device, Objects.requireNonNull(personas.get(who)));
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
