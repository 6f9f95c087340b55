package org.rongyi.care.relief.emergency;

import java.util.List;
import java.util.Set;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/** 应急救助给了什么: what the province paid from which fund, as the applications say it. */
public final class EmergencyGiven implements GivingService {

    private static final String GIVEN = """
            select e.id as case_id, e.person_id, e.fund_id, null::uuid as grant_id, null::boolean as in_kind, e.granted_fen as fen,
                   '办件 ' || c.number as place
            from relief.emergency e
            join approval.case_file c on c.id = e.id
            where e.paid_on is not null
            """;

    private static final String BACK = """
            select e.id as case_id, e.back_fen as fen, '办件 ' || c.number as place
            from relief.emergency e
            join approval.case_file c on c.id = e.id
            """;

    @Override
    public String service() {
        return AskEmergency.SERVICE;
    }

    @Override
    public String given() {
        return GIVEN;
    }

    @Override
    public String back() {
        return BACK;
    }

    @Override
    public String differs() {
        return "拨付的金额与承诺不符";
    }

    @Override
    public String unknown() {
        return "没有给这个人的应急救助办件";
    }

    @Override
    public List<Watched> watched() {
        return List.of(Watched.part(
                "relief.emergency",
                "应急救助",
                "id",
                "person_id",
                "kind",
                "occurred_on",
                "other_aid",
                "check_on",
                "check_visitors",
                "check_visit",
                "registered",
                "decided_on",
                "granted_fen",
                "paid_on",
                "fund_id",
                "back_fen"));
    }

    @Override
    public List<Anew> anew() {
        return List.of(new Anew("202612190403", Set.of("relief.emergency")));
    }
}
