package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.people.consent.AnswerConsent;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Checked;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("核对授权书：办帮扶援助的在办件上看得到还没有签，签了就不再提；本人不看这一句")
class VerificationHintTest {

    private static final LocalDate VERSION = LocalDate.of(2021, 1, 1);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private VerificationHint hint;

    @Autowired
    private Transactions transactions;

    @Test
    void whoHandlesItIsToldUntilItIsSigned() {
        var aid = new HardshipCases(program);
        var person = aid.person("援助授权");
        var file = aid.read(aid.asked(person));
        assertThat(transactions.read(aid.town, () -> hint.of(file, aid.town)))
                .map(CaseHint.Hint::path)
                .contains("/persons/" + person + "/privacy");
        var self = new Actor.Self(UUID.randomUUID(), "本人", person, Assurance.CHECKED);
        assertThat(transactions.read(self, () -> hint.of(file, self))).isEmpty();

        var form = CommandId.fresh(aid.village);
        var paper = new Checked.Fit("授权书.pdf", "application/pdf", new byte[] {'%', 2}, new byte[] {1}, 1, false);
        transactions.write(
                aid.village,
                () -> program.getBean(DraftFiles.class)
                        .keep(aid.village, form, new AttachmentKind("SIGNED", "签字件"), paper));
        var signed = new AnswerConsent.Command(form, person, "verification", VERSION, true);
        assertThat(program.getBean(Acts.class).perform(aid.village, program.getBean(AnswerConsent.class), signed))
                .isInstanceOf(AnswerConsent.Outcome.Answered.class);
        assertThat(transactions.read(aid.town, () -> hint.of(file, aid.town))).isEmpty();
    }
}
