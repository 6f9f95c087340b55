package org.rongyi.care.relief;

import java.util.List;
import java.util.Set;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/** 困难帮扶援助给了什么: first and by the decision, as the applications say it. */
public final class AidGiven implements GivingService {

    private static final String GIVEN = """
            select a.id as case_id, a.person_id, null::uuid as fund_id, null::uuid as grant_id, null::boolean as in_kind,
                   case when a.granted_modes is null then a.first_fen
                        -- 记账以前给的、只给服务的：不经过账
                        when length(a.payer) <> 36 then a.back_then_fen
                        else a.granted_fen + a.back_then_fen - coalesce(a.before_books_fen, 0) end as fen,
                   '办件 ' || c.number as place
            from relief.aid a
            join approval.case_file c on c.id = a.id
            where a.given_on is not null
            """;

    private static final String BACK = """
            select a.id as case_id, a.back_fen as fen, '办件 ' || c.number as place
            from relief.aid a
            join approval.case_file c on c.id = a.id
            """;

    @Override
    public String service() {
        return AskAid.SERVICE;
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
        return "核定的金额与承诺不符";
    }

    @Override
    public String unknown() {
        return "没有给这个人的困难帮扶援助办件";
    }

    @Override
    public List<Watched> watched() {
        return List.of(
                Watched.part(
                        "relief.aid",
                        "困难帮扶援助",
                        "id",
                        "person_id",
                        "situation",
                        "occurred_on",
                        "first_on",
                        "first_modes",
                        "first_fen",
                        "first_goods_fen",
                        "first_payer",
                        "check_on",
                        "check_visitors",
                        "check_visit",
                        "registered",
                        "repeat_accepted",
                        "decided_on",
                        "granted_modes",
                        "granted_fen",
                        "payer",
                        "back_fen",
                        "back_goods_fen",
                        "back_then_fen",
                        "back_then_goods_fen",
                        "before_books_fen"),
                Watched.whole("relief.bar", "不予援助的情形", "body"));
    }

    @Override
    public List<Anew> anew() {
        return List.of(new Anew("202612170021", Set.of("relief.aid")), new Anew("202612190403", Set.of("relief.aid")));
    }
}
