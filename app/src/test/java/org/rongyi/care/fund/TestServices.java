package org.rongyi.care.fund;

import java.util.List;
import java.util.stream.Stream;
import org.rongyi.GivingServices;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/** All services of the program, and the one that tests of the books promise for: it has no records but the promises. */
public final class TestServices {

    public static final String TEST_AID = "TEST_AID";

    public static final List<GivingService> ALL =
            Stream.concat(GivingServices.ALL.stream(), Stream.of(new TestAid())).toList();

    private TestServices() {}

    private static final class TestAid implements GivingService {

        @Override
        public String service() {
            return TEST_AID;
        }

        @Override
        public String given() {
            return """
                    select m.case_id, m.person_id, m.fund_id, m.id as grant_id, m.in_kind, m.amount as fen, m.case_number as place
                    from fund.grant_made m where m.service = 'TEST_AID'
                    """;
        }

        @Override
        public String back() {
            return "select m.case_id, 0::bigint as fen, m.case_number as place from fund.grant_made m where false";
        }

        @Override
        public String differs() {
            return "与承诺不符";
        }

        @Override
        public String unknown() {
            return "没有这一笔";
        }

        @Override
        public List<Watched> watched() {
            return List.of();
        }

        @Override
        public List<Anew> anew() {
            return List.of();
        }
    }
}
