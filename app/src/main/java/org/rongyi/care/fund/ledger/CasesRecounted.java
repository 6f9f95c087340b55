package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * 从办件另算: what the cases and the lists of greetings say was given, beside what was promised for them, and what was promised
 * beside the case it names. One statement a kind of difference; each row says a place.
 */
final class CasesRecounted {

    private static final List<String> AID = List.of("""
            select '办件 ' || c.number || '：核定的金额与承诺不符'
            from relief.aid a
            join approval.case_file c on c.id = a.id
            cross join lateral (select coalesce(sum(m.amount), 0) as fen from fund.grant_made m
                                where m.case_id = a.id and m.service = 'HARDSHIP') g
            where a.given_on is not null
              and case when a.granted_modes is null then a.first_fen
                       -- 记账以前给的、只给服务的：不经过账
                       when length(a.payer) <> 36 then a.back_then_fen
                       else a.granted_fen + a.back_then_fen - coalesce(a.before_books_fen, 0) end <> g.fen
            order by c.number
            """, """
            select '承诺 ' || m.case_number || '：没有给这个人的困难帮扶援助办件'
            from fund.grant_made m
            where m.service = 'HARDSHIP'
              and not exists (select from relief.aid a
                              where a.id = m.case_id and a.person_id = m.person_id and a.given_on is not null)
            order by m.case_number
            """);

    private static final List<String> EMERGENCY = List.of("""
            select '办件 ' || c.number || '：拨付的金额与承诺不符'
            from relief.emergency e
            join approval.case_file c on c.id = e.id
            cross join lateral (select coalesce(sum(m.amount), 0) as fen from fund.grant_made m
                                where m.case_id = e.id and m.service = 'EMERGENCY' and m.fund_id = e.fund_id) g
            where e.paid_on is not null and e.granted_fen <> g.fen
            order by c.number
            """, """
            select '承诺 ' || m.case_number || '：没有给这个人的应急救助办件'
            from fund.grant_made m
            where m.service = 'EMERGENCY'
              and not exists (select from relief.emergency e
                              where e.id = m.case_id and e.person_id = m.person_id and e.paid_on is not null)
            order by m.case_number
            """);

    private static final List<String> FESTIVAL = List.of("""
            select '慰问 ' || c.number || ' 第 ' || l.number || ' 号 ' || l.person_name || '：名单与承诺不符'
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            left join fund.grant_made m on m.id = l.money_grant
            left join fund.grant_made g on g.id = l.goods_grant
            where l.money_grant is not null
                  and (m.service, m.case_id, m.person_id, m.fund_id, m.in_kind, m.amount)
                      is distinct from ('FESTIVAL', l.id, l.person_id, c.fund_id, false, l.fen)
               or l.goods_grant is not null
                  and (g.service, g.case_id, g.person_id, g.fund_id, g.in_kind, g.amount)
                      is distinct from ('FESTIVAL', l.id, l.person_id, c.fund_id, true, l.goods_fen)
               or l.state in ('APPROVED', 'GIVEN')
                  and ((l.fen > 0) <> (l.money_grant is not null) or (l.goods_fen > 0) <> (l.goods_grant is not null))
            order by c.number, l.number
            """, """
            select '承诺 ' || m.case_number || '：没有这一行节日慰问'
            from fund.grant_made m
            where m.service = 'FESTIVAL'
              and not exists (select from festival.line l
                              where l.id = m.case_id and m.id in (l.money_grant, l.goods_grant))
            order by m.case_number
            """);

    private static final String KEPT =
            "select to_regclass('relief.aid'), to_regclass('relief.emergency'), to_regclass('festival.line')";

    private CasesRecounted() {}

    /** The statements for what the database keeps; none of a room whose tables are not there. */
    static List<String> where(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(KEPT);
                var row = statement.executeQuery()) {
            row.next();
            var statements = new ArrayList<String>();
            var kept = List.of(AID, EMERGENCY, FESTIVAL);
            for (int i = 0; i < kept.size(); i++) {
                if (row.getString(i + 1) != null) {
                    statements.addAll(kept.get(i));
                }
            }
            return statements;
        }
    }
}
