package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Campaigns for tests of other places. */
public final class AnyCampaign {

    /** A tenth, unless the full numbers are asked for. */
    private static final int TENTHS = "full".equals(System.getProperty("rongyi.dose")) ? 10 : 1;

    private static final int CANDIDATES = 3_000 * TENTHS;
    private static final int POSTS = 1_200 * TENTHS;
    private static final int WISHES = 20;

    private AnyCampaign() {}

    /** A small one of any kind. */
    public static Campaign of(long seed, int most) {
        return new Campaigns(seed).any(most);
    }

    /** A province's (in a soak; otherwise a tenth of it): 30,000 candidates, 12,000 posts, 20 wishes each; first 双向选择, then 积分选岗. */
    public static Campaign ofAProvince() {
        var random = new Random(1);
        var posts = IntStream.range(0, POSTS)
                .mapToObj(j -> new Campaign.Post("P" + j, "某单位", "某岗位", random.nextInt(5), 0, null, Map.of()))
                .toList();
        var candidates = IntStream.range(0, CANDIDATES)
                .mapToObj(i -> new Campaign.Candidate(
                        "C" + i,
                        BigDecimal.valueOf(3_000 + random.nextInt(6_000), 2),
                        false,
                        i % 10 == 0,
                        Map.of(),
                        random.ints(0, POSTS)
                                .distinct()
                                .limit(WISHES)
                                .mapToObj(post -> "P" + post)
                                .toList(),
                        key(random)))
                .toList();
        return new Campaign(
                "2026-1",
                "秋季安置",
                "某省退役军人事务厅",
                new Campaign.Rules("1", List.of(Way.TWO_SIDED, Way.BY_SCORE), Priority.NONE, List.of()),
                new Campaign.Draw(key(random), List.of(new Campaign.Source("某台，某日", "1"))),
                posts,
                candidates,
                List.of());
    }

    private static String key(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
