package org.rongyi.journey.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.MovedAway;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AidCases;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.intake.ImportDesk;
import org.springframework.context.ApplicationContext;

/** Records of kinds that are too rare to come by on a walk, and on which page whose form stands. */
final class Rare {

    private static final List<String> PERSONS = List.of("姓名*", "身份证号*", "电话", "人员类别*", "户籍村社区*", "户籍门牌");

    private final ApplicationContext program;
    private final AidCases aid;

    Rare(ApplicationContext program) {
        this.program = program;
        this.aid = new AidCases(program);
    }

    /**
     * Pages by whose they are.
     *
     * @param account of somebody who is at work elsewhere
     */
    Map<String, List<String>> pages(UUID account) {
        var letter = "/documents/" + aid.declined();
        var exchange = "/cases/" + withAPaper() + "/evidence";
        var recheck = "/cases/" + aid.refused() + "/recheck";
        var transfer = "/cases/" + MovedAway.withACase(program, "梁移送") + "/transfer";
        return Map.of(
                "zhen", List.of(letter, exchange),
                "cun", List.of(recheck, transfer, "/imports/" + aList()),
                "sheng", List.of("/policy/need.answer.days/change"),
                "anquan", List.of("/accounts/" + account + "/disabling", "/accounts/" + account + "/lock"),
                "admin", List.of("/accounts/" + account));
    }

    private UUID withAPaper() {
        var file = aid.filed();
        var owner = new AttachmentOwner(
                "approval.case", file, aid.village.unitCode(), aid.read(file).person());
        var paper = new Checked.Fit("户口簿.pdf", "application/pdf", new byte[] {4, 2}, new byte[] {9}, 1, false);
        program.getBean(Transactions.class)
                .write(
                        aid.village,
                        () -> program.getBean(Attachments.class)
                                .add(aid.village, owner, AttachmentKind.EVIDENCE, paper));
        return file;
    }

    /** Uploaded and checked, and not brought in yet. */
    private UUID aList() {
        var clerk = TestCounty.office(program, "cun");
        var row = List.of(
                "梁名册",
                Files.number().value(),
                "13800138000",
                "退役士兵",
                clerk.unitCode().toString(),
                "7 号");
        return new ImportDesk(program).checked(clerk, "persons", ImportDesk.workbook(PERSONS, List.of(row)));
    }
}
