package org.rongyi.care.festival;

import java.util.List;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/** 节日慰问给了什么: money and goods of each line, each by its own promise, as the lists say it. */
public final class FestivalGiven implements GivingService {

    private static final String GIVEN = """
            -- 该有承诺而没有的，指向不存在的一笔
            select l.id as case_id, l.person_id, c.fund_id, coalesce(g.grant_id, '00000000-0000-0000-0000-000000000000') as grant_id,
                   g.in_kind, g.fen,
                   '慰问 ' || c.number || ' 第 ' || l.number || ' 号 ' || l.person_name as place
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            cross join lateral (values (l.money_grant, false, l.fen), (l.goods_grant, true, l.goods_fen)) g (grant_id, in_kind, fen)
            where g.grant_id is not null or l.state in ('APPROVED', 'GIVEN') and g.fen > 0
            """;

    private static final String BACK = """
            select l.id as case_id, l.back_fen as fen, '慰问 ' || c.number || ' 第 ' || l.number || ' 号 ' || l.person_name as place
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            """;

    @Override
    public String service() {
        return ApproveCampaign.SERVICE;
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
        return "名单与承诺不符";
    }

    @Override
    public String unknown() {
        return "没有这一行节日慰问";
    }

    @Override
    public List<Watched> watched() {
        return List.of(
                Watched.whole("festival.campaign", "节日慰问方案", "number"),
                Watched.part(
                        "festival.line",
                        "节日慰问",
                        "id",
                        "campaign_id",
                        "occasion",
                        "person_id",
                        "fen",
                        "goods",
                        "goods_fen",
                        "payee",
                        "bank",
                        "money_grant",
                        "goods_grant",
                        "visit_id",
                        "given_on",
                        "signed_by",
                        "back_fen"));
    }

    @Override
    public List<Anew> anew() {
        return List.of();
    }
}
