package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.apply.Applied;
import org.springframework.context.ApplicationContext;

/** 先行帮扶 by the town: cash in his hand, signed for before the village's clerk. */
record FirstAid(ApplicationContext program, HardshipCases aid) {

    GiveFirst.Outcome give(UUID person, UUID fund, long fen) {
        return give(person, fund, fen, "本人", "村委陈国强");
    }

    GiveFirst.Outcome give(UUID person, UUID fund, long fen, String signedBy, String witness) {
        return aid.perform(
                aid.town,
                new GiveFirst.Command(
                        CommandId.fresh(aid.town),
                        person,
                        Situation.ACCIDENT,
                        aid.today.minusDays(20),
                        Set.of(Mode.MONEY),
                        fen,
                        0,
                        fund.toString(),
                        signedBy,
                        witness,
                        "昨夜房子塌了，一家没有住处"));
    }

    UUID given(UUID person, UUID fund, long yuan) {
        return ((GiveFirst.Outcome.Given) give(person, fund, yuan * 100)).subject();
    }

    /** Brought by the village, after the help. */
    void papers(UUID id) {
        var papers = new SupplementAid.Command(
                CommandId.fresh(aid.village), id, HardshipCases.request(aid.today), "申请表、户口簿");
        assertThat(aid.<Applied>perform(aid.village, papers)).isEqualTo(new Applied.Supplemented(id));
    }
}
