package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks a campaign through before anything is reckoned. The first contradiction ends it. */
final class Checks {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 200_000;
    private static final int DIGITS = 30;
    /** What holds a number below {@link #MOST}, and one below {@link Campaign#MOST_COSTS}. */
    private static final int ID_BITS = 18;

    private static final int INDEX_BITS = 24;
    private static final BigDecimal LARGEST_COST = BigDecimal.TEN.pow(12);

    private final Campaign campaign;
    private final Campaign.Rules rules;
    private final Numbered<Campaign.Post> posts;
    private final Numbered<Campaign.Candidate> candidates;
    private final int[][] wishes;
    private final int[] @Nullable [] rankings;

    private Checks(Campaign campaign) {
        this.campaign = campaign;
        this.rules = campaign.rules();
        posts = Numbered.of("posts", campaign.posts(), Campaign.Post::id);
        candidates = Numbered.of("candidates", campaign.candidates(), Campaign.Candidate::id);
        wishes = candidates.all().parallelStream()
                .map(one -> posts.of(one.wishes()))
                .toArray(int[][]::new);
        rankings = posts.all().parallelStream()
                .map(one -> one.ranking() == null ? null : candidates.of(one.ranking()))
                .toArray(int[][]::new);
    }

    /** @throws WrongCampaign with the place and the reason */
    static Checked run(Campaign campaign) {
        id("id", campaign.id());
        text("title", campaign.title());
        text("office", campaign.office());
        var checks = new Checks(campaign);
        checks.rules();
        checks.draw();
        for (int i = 0; i < campaign.posts().size(); i++) {
            checks.post("posts[" + i + "]", campaign.posts().get(i));
        }
        for (int i = 0; i < campaign.candidates().size(); i++) {
            checks.candidate("candidates[" + i + "]", campaign.candidates().get(i));
        }
        return checks.checked();
    }

    private Checked checked() {
        var refused = posts.all().stream().map(this::refused).toList();
        int[] direct = DirectChecks.of(campaign, posts, candidates);
        return new Checked(campaign, posts.all(), candidates.all(), wishes, rankings, refused, costs(), direct);
    }

    private Map<Integer, String> refused(Campaign.Post post) {
        var refused = new HashMap<Integer, String>();
        post.refused().forEach((id, reason) -> refused.put(candidates.of(id), reason));
        return refused;
    }

    private void rules() {
        text("rules.version", rules.version());
        require(!rules.rounds().isEmpty(), "rules.rounds", "至少要有一种安置方式");
        for (int i = 0; i < rules.ties().size(); i++) {
            var tie = rules.ties().get(i);
            require(rules.ties().indexOf(tie) == i, "rules.ties[" + i + "]", "写了两次：" + tie.zh());
        }
        var names = new HashSet<String>();
        for (int i = 0; i < rules.parts().size(); i++) {
            var part = rules.parts().get(i);
            var place = "rules.parts[" + i + "]";
            text(place + ".name", part.name());
            require(names.add(part.name()), place + ".name", "写了两次：" + part.name());
            require(isShort(Form.shortest(part.weight())) && part.weight().signum() > 0, place + ".weight", "权重应大于 0");
        }
        require(!campaign.posts().isEmpty(), "posts", "没有岗位");
        require(!campaign.candidates().isEmpty(), "candidates", "没有安置对象");
    }

    private void draw() {
        var draw = campaign.draw();
        key("draw.salt", draw.salt());
        var names = new HashSet<String>();
        boolean hasSpoken = false;
        for (int i = 0; i < draw.sources().size(); i++) {
            var source = draw.sources().get(i);
            var place = "draw.sources[" + i + "]";
            text(place + ".name", source.name());
            require(names.add(source.name()), place + ".name", "写了两次：" + source.name());
            if (source.value() != null) {
                text(place + ".value", source.value());
                hasSpoken = true;
            }
        }
        require(hasSpoken, "draw.sources", "没有一个公开随机数来源给出了数值，不能抽签");
    }

    private void post(String place, Campaign.Post post) {
        text(place + ".unit", post.unit());
        text(place + ".title", post.title());
        require(post.seats() >= 0 && post.seats() <= MOST, place + ".seats", "岗位数应在 0 至 200000 之间");
        require(
                post.reserved() >= 0 && post.reserved() <= post.seats(),
                place + ".reserved",
                "预留 " + post.reserved() + " 个，超过了岗位数 " + post.seats());
        require(
                post.reserved() == 0 || rules.priority() == Priority.RESERVED,
                place + ".reserved",
                "方案没有定“" + Priority.RESERVED.zh() + "”，不能有预留");
        if (post.ranking() != null) {
            require(
                    rules.rounds().contains(Way.TWO_SIDED),
                    place + ".ranking",
                    "方案里没有" + Way.TWO_SIDED.zh() + "，用不到单位的排序");
            known(place + ".ranking", post.ranking(), Objects.requireNonNull(rankings[posts.of(post.id())]));
        }
        for (var refused : post.refused().entrySet()) {
            var at = place + ".refused." + refused.getKey();
            require(candidates.of(refused.getKey()) != Numbered.NOBODY, at, "没有这个编号的安置对象");
            text(at, refused.getValue());
        }
    }

    private void candidate(String place, Campaign.Candidate candidate) {
        var score = candidate.score();
        require(!candidate.exempt() || score == null, place + ".score", "免于计分的人没有分数");
        require(candidate.exempt() || score != null, place + ".score", "没有分数");
        if (score != null) {
            require(isShort(Form.shortest(score)), place + ".score", "小数点前后各不超过 30 位");
        }
        parts(place, candidate);
        stood(place + ".stood", candidate);
        for (var tie : candidate.exempt() ? List.<Tie>of() : rules.ties()) {
            require(candidate.ties().containsKey(tie), place + ".ties." + tie.code(), "没有填" + tie.zh() + "，而方案用它分先后");
        }
        known(place + ".wishes", candidate.wishes(), wishes[candidates.of(candidate.id())]);
        key(place + ".nonce", candidate.nonce());
    }

    /** Who was corrected is scored, and something of him has changed. */
    private void stood(String place, Campaign.Candidate candidate) {
        var stood = candidate.stood();
        if (stood == null) {
            return;
        }
        require(!candidate.exempt(), place, "免于计分的人没有分数，谈不上更正");
        parts(place, candidate.asCommitted());
        require(isShort(Form.shortest(stood.score())), place + ".score", "小数点前后各不超过 30 位");
        boolean isSame = Objects.requireNonNull(candidate.score()).compareTo(stood.score()) == 0;
        for (var tie : rules.ties()) {
            require(stood.ties().containsKey(tie), place + ".ties." + tie.code(), "没有填" + tie.zh());
            isSame &= Objects.equals(stood.ties().get(tie), candidate.ties().get(tie));
        }
        for (int i = 0; i < stood.parts().size(); i++) {
            isSame &= stood.parts().get(i).compareTo(candidate.parts().get(i)) == 0;
        }
        require(!isSame, place, "和更正以前一样，不是更正");
    }

    private void parts(String place, Campaign.Candidate candidate) {
        int many = candidate.exempt() ? 0 : rules.parts().size();
        require(candidate.parts().size() == many, place + ".parts", "应有 " + many + " 项");
        for (int i = 0; i < many; i++) {
            require(isShort(Form.shortest(candidate.parts().get(i))), place + ".parts[" + i + "]", "小数点前后各不超过 30 位");
        }
        require(
                many == 0 || rules.weighed(candidate.parts()).compareTo(candidate.score()) == 0,
                place + ".score",
                "不是各项按权重相加的得分");
    }

    private Checked.Pairs costs() {
        var costs = campaign.costs();
        boolean isUsed = rules.rounds().contains(Way.DIRECTIVE);
        require(costs.isEmpty() || isUsed, "costs[0]", "方案里没有" + Way.DIRECTIVE.zh() + "，用不到代价");
        require(costs.size() <= Campaign.MOST_COSTS, "costs", "最多 " + Campaign.MOST_COSTS + " 项");
        int[] candidate = costs.parallelStream()
                .mapToInt(one -> candidates.of(one.candidate()))
                .toArray();
        int[] post =
                costs.parallelStream().mapToInt(one -> posts.of(one.post())).toArray();
        int scale = 0;
        var pairs = new long[costs.size()];
        for (int i = 0; i < pairs.length; i++) {
            var cost = costs.get(i);
            requireKnown(candidate[i], "costs", i, ".candidate", cost.candidate());
            requireKnown(post[i], "costs", i, ".post", cost.post());
            pairs[i] = ((((long) candidate[i] << ID_BITS) | post[i]) << INDEX_BITS) | i;
            var shortest = Form.shortest(cost.cost());
            if (!isShort(shortest)) {
                throw new WrongCampaign("costs[" + i + "].cost", "小数点前后各不超过 30 位");
            }
            scale = Math.max(scale, shortest.scale());
        }
        requireOnce(pairs);
        var largest = LARGEST_COST.movePointLeft(scale);
        for (int i = 0; i < pairs.length; i++) {
            if (costs.get(i).cost().abs().compareTo(largest) > 0) {
                throw new WrongCampaign("costs[" + i + "].cost", "按全部代价中最小的位数计，最多 10^12 个单位");
            }
        }
        return pairs(pairs, scale);
    }

    /** @param pairs in order */
    private Checked.Pairs pairs(long[] pairs, int scale) {
        var start = new int[candidates.all().size() + 1];
        var post = new int[pairs.length];
        var cost = new long[pairs.length];
        for (int at = 0; at < pairs.length; at++) {
            start[(int) (pairs[at] >> (ID_BITS + INDEX_BITS)) + 1]++;
            post[at] = (int) (pairs[at] >> INDEX_BITS) & ((1 << ID_BITS) - 1);
        }
        Arrays.parallelPrefix(start, Integer::sum);
        Arrays.parallelSetAll(
                cost,
                at -> units(
                        campaign.costs()
                                .get((int) pairs[at] & ((1 << INDEX_BITS) - 1))
                                .cost(),
                        scale));
        long largest = Arrays.stream(cost).map(Math::abs).max().orElse(0);
        return new Checked.Pairs(start, post, cost, scale, largest);
    }

    private static long units(BigDecimal cost, int scale) {
        return scale == 0 ? cost.longValueExact() : cost.movePointRight(scale).longValueExact();
    }

    /** Sorts the pairs; who comes second of two the same is named. */
    private static void requireOnce(long[] pairs) {
        Arrays.parallelSort(pairs);
        for (int at = 1; at < pairs.length; at++) {
            if (pairs[at] >> INDEX_BITS == pairs[at - 1] >> INDEX_BITS) {
                long index = pairs[at] & ((1L << INDEX_BITS) - 1);
                throw new WrongCampaign("costs[" + index + "]", "这一对写了两次");
            }
        }
    }

    private static boolean isShort(BigDecimal shortest) {
        return shortest.scale() <= DIGITS && shortest.precision() - shortest.scale() <= DIGITS;
    }

    static void requireFew(String list, int size) {
        require(size <= MOST, list, "最多 200000 个");
    }

    /** @param numbers what the ids stand for */
    private static void known(String place, List<String> ids, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            requireKnown(numbers[i], place, i, "", ids.get(i));
        }
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int at = 1; at < sorted.length; at++) {
            if (sorted[at] == sorted[at - 1]) {
                int twice = sorted[at];
                int last = numbers.length - 1;
                while (numbers[last] != twice) {
                    last--;
                }
                throw new WrongCampaign(place + "[" + last + "]", "写了两次：" + ids.get(last));
            }
        }
    }

    private static void requireKnown(int number, String list, int index, String field, String id) {
        if (number == Numbered.NOBODY) {
            throw new WrongCampaign(list + "[" + index + "]" + field, "没有这个编号：" + id);
        }
    }

    static void id(String place, String id) {
        require(id.length() <= LONGEST_ID, place, "编号最多 200 个字符");
        text(place, id);
    }

    static void text(String place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new WrongCampaign(place, "没有填");
        }
        require(text.length() <= LONGEST_TEXT, place, "最多 2000 个字符");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), place, "有不完整的字符");
    }

    private static void key(String place, String key) {
        require(KEY.matcher(key).matches(), place, "应为 32 个字节的十六进制数（64 位，小写）");
    }

    static void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw new WrongCampaign(place, reason);
        }
    }
}
