package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks a campaign through before anything is reckoned. The first contradiction ends it. */
final class Checks {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 200_000;
    private static final int DIGITS = 30;
    private static final int MOST_COSTS = 10_000_000;
    /** What holds a number below {@link #MOST}, and one below {@link #MOST_COSTS}. */
    static final int ID_BITS = 18;

    static final int INDEX_BITS = 24;
    private static final BigDecimal LARGEST_COST = BigDecimal.TEN.pow(12);

    private final Campaign campaign;
    private final Campaign.Rules rules;
    private final Map<String, Integer> posts;
    private final Map<String, Integer> candidates;

    private Checks(Campaign campaign) {
        this.campaign = campaign;
        this.rules = campaign.rules();
        posts = numbers("posts", campaign.posts(), Campaign.Post::id);
        candidates = numbers("candidates", campaign.candidates(), Campaign.Candidate::id);
    }

    /** @throws WrongCampaign with the place and the reason */
    static void run(Campaign campaign) {
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
        checks.costs();
    }

    private void rules() {
        text("rules.version", rules.version());
        require(!rules.rounds().isEmpty(), "rules.rounds", "至少要有一种安置方式");
        for (int i = 0; i < rules.ties().size(); i++) {
            var tie = rules.ties().get(i);
            require(rules.ties().indexOf(tie) == i, "rules.ties[" + i + "]", "写了两次：" + tie.zh());
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
            known(place + ".ranking", post.ranking(), candidates);
        }
        for (var refused : post.refused().entrySet()) {
            var at = place + ".refused." + refused.getKey();
            require(candidates.containsKey(refused.getKey()), at, "没有这个编号的安置对象");
            text(at, refused.getValue());
        }
    }

    private void candidate(String place, Campaign.Candidate candidate) {
        var score = candidate.score();
        require(!candidate.exempt() || score == null, place + ".score", "免于计分的人没有分数");
        require(candidate.exempt() || score != null, place + ".score", "没有分数");
        if (score != null) {
            require(isShort(score), place + ".score", "小数点前后各不超过 30 位");
        }
        for (var tie : candidate.exempt() ? List.<Tie>of() : rules.ties()) {
            require(candidate.ties().containsKey(tie), place + ".ties." + tie.code(), "没有填" + tie.zh() + "，而方案用它分先后");
        }
        known(place + ".wishes", candidate.wishes(), posts);
        key(place + ".nonce", candidate.nonce());
    }

    private void costs() {
        var costs = campaign.costs();
        boolean isUsed = rules.rounds().contains(Way.DIRECTIVE);
        require(costs.isEmpty() || isUsed, "costs[0]", "方案里没有" + Way.DIRECTIVE.zh() + "，用不到代价");
        require(costs.size() <= MOST_COSTS, "costs", "最多 10000000 项");
        int scale = 0;
        var pairs = new long[costs.size()];
        for (int i = 0; i < pairs.length; i++) {
            var cost = costs.get(i);
            int candidate = number("costs", i, ".candidate", cost.candidate(), candidates);
            int post = number("costs", i, ".post", cost.post(), posts);
            pairs[i] = ((((long) candidate << ID_BITS) | post) << INDEX_BITS) | i;
            if (!isShort(cost.cost())) {
                throw new WrongCampaign("costs[" + i + "].cost", "小数点前后各不超过 30 位");
            }
            scale = Math.max(scale, Form.shortest(cost.cost()).scale());
        }
        requireOnce(pairs);
        var largest = LARGEST_COST.movePointLeft(scale);
        for (int i = 0; i < pairs.length; i++) {
            if (costs.get(i).cost().abs().compareTo(largest) > 0) {
                throw new WrongCampaign("costs[" + i + "].cost", "按全部代价中最小的位数计，最多 10^12 个单位");
            }
        }
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

    private static boolean isShort(BigDecimal number) {
        var shortest = Form.shortest(number);
        return shortest.scale() <= DIGITS && shortest.precision() - shortest.scale() <= DIGITS;
    }

    static <T> Map<String, Integer> numbers(String list, List<T> all, Function<T, String> id) {
        require(all.size() <= MOST, list, "最多 200000 个");
        var numbers = new HashMap<String, Integer>(2 * all.size());
        for (int i = 0; i < all.size(); i++) {
            var place = list + "[" + i + "].id";
            var one = id.apply(all.get(i));
            id(place, one);
            require(numbers.put(one, i) == null, place, "编号重复：" + one);
        }
        return numbers;
    }

    private static void known(String place, List<String> ids, Map<String, Integer> numbers) {
        var seen = new int[ids.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = number(place, i, "", ids.get(i), numbers);
        }
        var sorted = seen.clone();
        Arrays.sort(sorted);
        for (int at = 1; at < sorted.length; at++) {
            if (sorted[at] == sorted[at - 1]) {
                int twice = sorted[at];
                int last = seen.length - 1;
                while (seen[last] != twice) {
                    last--;
                }
                throw new WrongCampaign(place + "[" + last + "]", "写了两次：" + ids.get(last));
            }
        }
    }

    private static int number(String list, int index, String field, String id, Map<String, Integer> numbers) {
        var number = numbers.get(id);
        if (number == null) {
            throw new WrongCampaign(list + "[" + index + "]" + field, "没有这个编号：" + id);
        }
        return number;
    }

    private static void id(String place, String id) {
        require(id.length() <= LONGEST_ID, place, "编号最多 200 个字符");
        text(place, id);
    }

    private static void text(String place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new WrongCampaign(place, "没有填");
        }
        require(text.length() <= LONGEST_TEXT, place, "最多 2000 个字符");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), place, "有不完整的字符");
    }

    private static void key(String place, String key) {
        require(KEY.matcher(key).matches(), place, "应为 32 个字节的十六进制数（64 位，小写）");
    }

    private static void require(boolean holds, String place, String reason) {
        if (!holds) {
            throw new WrongCampaign(place, reason);
        }
    }
}
