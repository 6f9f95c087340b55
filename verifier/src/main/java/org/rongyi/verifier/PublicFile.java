package org.rongyi.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.verifier.Json.Obj;

/**
 * The public file of a campaign: without points and wishes it cannot be run again, but seed, seats, lines against ranks, prices of free posts, sums and heads
 * are reckoned, so that whoever is in it needs to look at his own line only.
 */
final class PublicFile {

    static final String FORM = "rongyi-campaign-public/1";

    private record Post(String id, int seats, int reserved, boolean isRanked) {}

    private record Row(String id, int rank, int round, int post, boolean isKept) {}

    private final Obj file;
    private final List<Post> posts = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> ways;
    private final boolean hasReserved;
    private final Direct direct;
    private final Heads heads = new Heads();
    private final int[] left;
    private boolean keeps;

    /** @throws Rejected with the place and the reason */
    PublicFile(byte[] bytes, Obj found) {
        file = Direct.read(
                "file",
                found,
                "direct",
                "form",
                "id",
                "title",
                "office",
                "rules",
                "sources",
                "commitments",
                "draw",
                "posts",
                "candidates",
                "direct",
                "rounds",
                "sums",
                "heads");
        for (var key : List.of("id", "title", "office")) {
            Problem.text(key, file.get(key));
        }
        var rules = Campaign.rules("rules", file.get("rules"));
        ways = Fields.texts("rules.rounds", rules.get("rounds"));
        hasReserved = "reserved".equals(rules.get("priority"));
        Campaign.sources("sources", file.get("sources"));
        for (var one : Problem.list("posts", file.get("posts"))) {
            post("posts[" + posts.size() + "]", one);
        }
        var numbers = Fields.numbered("posts", posts.stream().map(Post::id).toList());
        direct = new Direct(
                "direct",
                file,
                true,
                numbers,
                posts.stream().mapToInt(one -> one.seats() - one.reserved()).toArray());
        commitments();
        for (var one : Problem.list("candidates", file.get("candidates"))) {
            row("candidates[" + rows.size() + "]", one, numbers);
        }
        direct.requireKnown(
                Fields.numbered("candidates", rows.stream().map(Row::id).toList())
                        .keySet());
        ranks();
        left = new int[2 * posts.size()];
        for (int p = 0; p < posts.size(); p++) {
            left[2 * p] = posts.get(p).seats() - posts.get(p).reserved() - direct.taken(p);
            left[2 * p + 1] = posts.get(p).reserved();
        }
        keeps = hasReserved;
        rounds(Problem.list("rounds", file.get("rounds")));
        for (int p = 0; p < posts.size(); p++) {
            var at = "posts[" + p + "]";
            int stays = left[2 * p] + left[2 * p + 1];
            var post = (Obj) Problem.list("posts", file.get("posts")).get(p);
            Json.compare(at + ".filled", Fields.decimal(posts.get(p).seats() - stays), post.get("filled"));
            Json.compare(at + ".left", Fields.decimal(stays), post.get("left"));
        }
        Json.compare(
                "sums",
                FullFile.sums(rows.size(), placed(), direct.post.size(), seats(), corrected()),
                file.get("sums"));
        heads();
        Fields.requireShortest("file", file);
        FullFile.requireSameBytes(bytes, Out.file(file));
    }

    String id() {
        return (String) file.get("id");
    }

    String said(String head) {
        return "verified public campaign " + id() + ": candidates " + rows.size() + ", posts " + posts.size()
                + ", placed " + placed() + ", sm3 " + head;
    }

    private long placed() {
        return rows.stream().filter(row -> row.post() >= 0).count();
    }

    /** As many as the file says, where it commits to a correction, and then somebody; how many is for an auditor to check. */
    private int corrected() {
        if (!Fields.any("commitments", file.get("commitments")).has("corrected")) {
            return 0;
        }
        int many = Fields.whole(
                "sums.corrected", Fields.any("sums", file.get("sums")).get("corrected"));
        if (many < 1 || many > rows.size()) {
            throw new Rejected(
                    "sums.corrected", "没有更正就不写，也不会比人多 · is left out where nobody is, and no more than there are");
        }
        return many;
    }

    private long seats() {
        return posts.stream().mapToLong(Post::seats).sum();
    }

    private void post(String at, Object value) {
        var post = Fields.object(at, value, "id", "unit", "title", "seats", "reserved", "ranked", "filled", "left");
        Problem.text(at + ".unit", post.get("unit"));
        Problem.text(at + ".title", post.get("title"));
        int seats = Fields.whole(at + ".seats", post.get("seats"));
        int reserved = Fields.whole(at + ".reserved", post.get("reserved"));
        boolean isRanked = Fields.truth(at + ".ranked", post.get("ranked"));
        if (reserved > seats || (reserved > 0 && !hasReserved)) {
            throw new Rejected(at + ".reserved", "预留多于岗位数，或方案没有预留 · more than the seats, or no such rule");
        }
        if (isRanked && !ways.contains("two-sided")) {
            throw new Rejected(at + ".ranked", "没有双向选择 · no round asks for it");
        }
        posts.add(new Post(Problem.text(at + ".id", post.get("id")), seats, reserved, isRanked));
    }

    private void commitments() {
        var keys = new ArrayList<>(List.of("plan", "posts", "list", "draw", "closed", "corrected"));
        if (direct.form != null) {
            keys.add(3, "direct");
        }
        var found = Direct.read("commitments", file.get("commitments"), "corrected", keys.toArray(String[]::new));
        if (found.has("corrected")) {
            Fields.key("commitments.corrected", found.get("corrected"));
        }
        Json.compare("commitments.direct", direct.commitment(), found.get("direct"));
        var list = Fields.key("commitments.list", found.get("list"));
        Fields.key("commitments.closed", found.get("closed"));
        var names = new ArrayList<Object>();
        for (var one : Problem.list("sources", file.get("sources"))) {
            names.add(((Obj) one).get("name"));
        }
        var draw = Fields.object("draw", file.get("draw"), "share", "seed");
        var share = Fields.key("draw.share", draw.get("share"));
        Json.compare("commitments.plan", Campaign.plan(file, names), found.get("plan"));
        Json.compare("commitments.posts", Campaign.posts(file), found.get("posts"));
        Json.compare(
                "commitments.draw",
                Campaign.draw(found.get("plan"), found.get("posts"), list, found.get("direct"), share),
                found.get("draw"));
        Json.compare("draw.seed", Campaign.seed(found.get("draw"), share, file.get("sources")), draw.get("seed"));
    }

    private void row(String at, Object value, Map<String, Integer> numbers) {
        var row = Fields.object(at, value, "id", "rank", "wishes", "round", "post", "kept", "sha256", "sm3");
        Fields.key(at + ".wishes", row.get("wishes"));
        heads.addHashes(Fields.key(at + ".sha256", row.get("sha256")), Fields.key(at + ".sm3", row.get("sm3")));
        int round = Fields.whole(at + ".round", row.get("round"));
        int post = row.get("post") == null ? -1 : Fields.number(at + ".post", row.get("post"), numbers);
        var id = Problem.text(at + ".id", row.get("id"));
        var settled = direct.post.get(id);
        if (settled != null && (round != 0 || post != settled)) {
            throw new Rejected(at + ".post", "直通安置的岗位不是这个，或又参加了选岗 · is not the post he had before, or he took part");
        }
        if (round > ways.size() || (round == 0 && settled == null) != (post < 0)) {
            throw new Rejected(at + ".round", "没有这一轮，或与岗位不符 · no such round, or not that of a post");
        }
        boolean isKept = Fields.truth(at + ".kept", row.get("kept"));
        if (isKept && (round == 0 || !hasReserved)) {
            throw new Rejected(at + ".kept", "没有预留的岗位 · no seat is kept");
        }
        rows.add(new Row(id, Fields.whole(at + ".rank", row.get("rank")), round, post, isKept));
    }

    private void ranks() {
        if (rows.isEmpty()) {
            throw new Rejected("candidates", "是空的 · empty");
        }
        var seen = new boolean[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            int rank = rows.get(i).rank();
            if (rank == 0 || rank > rows.size() || seen[rank]) {
                throw new Rejected("candidates[" + i + "].rank", "名次应从 1 起各一人 · ranks go from 1, one person each");
            }
            seen[rank] = true;
        }
    }

    private void rounds(List<?> found) {
        if (found.size() != ways.size()) {
            throw new Rejected("rounds", "轮数与方案不符 · not as many rounds as the plan has");
        }
        int waiting = rows.size() - direct.post.size();
        for (int r = 0; r < ways.size(); r++) {
            int now = r + 1;
            var at = "rounds[" + r + "]";
            boolean isByCost = ways.get(r).equals("directive");
            var round = isByCost
                    ? Fields.object(at, found.get(r), "round", "way", "candidates", "placed", "unplaced", "lines")
                    : Fields.object(at, found.get(r), "round", "way", "candidates", "placed", "lines");
            long placed = rows.stream().filter(row -> row.round() == now).count();
            Json.compare(at + ".round", Fields.decimal(now), round.get("round"));
            Json.compare(at + ".way", ways.get(r), round.get("way"));
            Json.compare(at + ".candidates", Fields.decimal(waiting), round.get("candidates"));
            Json.compare(at + ".placed", Fields.decimal(placed), round.get("placed"));
            waiting -= (int) placed;
            if (isByCost
                    && Fields.decimal(at + ".unplaced", round.get("unplaced")).signum() <= 0) {
                throw new Rejected(at + ".unplaced", "应大于 0 · must be above 0");
            }
            lines(at + ".lines", now, isByCost, Problem.list(at + ".lines", round.get("lines")));
        }
    }

    private void lines(String at, int now, boolean isByCost, List<?> found) {
        if (found.size() != posts.size()) {
            throw new Rejected(at, "每个岗位一项 · one for each post");
        }
        for (int p = 0; p < posts.size() && isByCost; p++) {
            left[2 * p] += left[2 * p + 1];
            left[2 * p + 1] = 0;
        }
        keeps &= !isByCost;
        var there = new HashMap<Integer, List<Row>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.round() == now) {
                int seat = 2 * row.post() + (row.isKept() ? 1 : 0);
                there.computeIfAbsent(seat, any -> new ArrayList<>()).add(row);
                if (there.get(seat).size() > left[seat]) {
                    throw new Rejected("candidates[" + i + "].post", "超过了这一轮的岗位数 · more than the seats of the round");
                }
            }
        }
        for (int p = 0; p < posts.size(); p++) {
            var place = at + "[" + p + "]";
            if (isByCost) {
                byCost(place, p, found.get(p), there);
            } else {
                byWish(place, p, now, found.get(p), there);
            }
        }
        there.forEach((seat, all) -> left[seat] -= all.size());
    }

    private void byCost(String at, int p, Object found, Map<Integer, List<Row>> there) {
        var line = Fields.object(at, found, "post", "seats", "filled", "price");
        int filled = there.getOrDefault(2 * p, List.of()).size();
        Json.compare(at + ".post", posts.get(p).id(), line.get("post"));
        Json.compare(at + ".seats", Fields.decimal(left[2 * p]), line.get("seats"));
        Json.compare(at + ".filled", Fields.decimal(filled), line.get("filled"));
        BigDecimal price = Fields.decimal(at + ".price", line.get("price"));
        if (price.signum() < 0 || (filled < left[2 * p] && price.signum() > 0)) {
            throw new Rejected(at + ".price", "不小于 0，还有空位的为 0 · 0 or more, and 0 while a seat is free");
        }
    }

    private void byWish(String at, int p, int now, Object found, Map<Integer, List<Row>> there) {
        boolean hasKept = keeps && posts.get(p).reserved() > 0;
        var line =
                hasKept ? Fields.object(at, found, "post", "open", "kept") : Fields.object(at, found, "post", "open");
        Json.compare(at + ".post", posts.get(p).id(), line.get("post"));
        boolean isByUnit = posts.get(p).isRanked() && ways.get(now - 1).equals("two-sided");
        kind(at + ".open", 2 * p, isByUnit, line.get("open"), there);
        if (!hasKept) {
            return;
        }
        kind(at + ".kept", 2 * p + 1, isByUnit, line.get("kept"), there);
        var open = ((Obj) line.get("open")).get("line");
        for (var row : there.getOrDefault(2 * p + 1, List.of())) {
            boolean isOpenWon = open == null || (!isByUnit && ((BigDecimal) open).intValueExact() > row.rank());
            if (isOpenWon) {
                throw new Rejected(at + ".kept", "够得上一般岗位的不占预留 · could have had an open seat: " + row.id());
            }
        }
    }

    private void kind(String at, int seat, boolean isByUnit, Object found, Map<Integer, List<Row>> there) {
        var kind = Fields.object(at, found, "seats", "filled", "line");
        var all = there.getOrDefault(seat, List.of());
        Json.compare(at + ".seats", Fields.decimal(left[seat]), kind.get("seats"));
        Json.compare(at + ".filled", Fields.decimal(all.size()), kind.get("filled"));
        if (all.size() < left[seat]) {
            Json.compare(at + ".line", null, kind.get("line"));
        } else if (isByUnit && !all.isEmpty()) {
            if (Fields.whole(at + ".line", kind.get("line")) < all.size()) {
                throw new Rejected(at + ".line", "比人数还小 · less than how many are there");
            }
        } else {
            int last = all.stream().mapToInt(Row::rank).max().orElse(0);
            Json.compare(at + ".line", Fields.decimal(last), kind.get("line"));
        }
    }

    private void heads() {
        var found = Fields.object("heads", file.get("heads"), "sha256", "sm3", "file");
        Json.compare("heads.sha256", heads.head(), found.get("sha256"));
        Json.compare("heads.sm3", heads.headSm3(), found.get("sm3"));
        var full = Fields.object("heads.file", found.get("file"), "sha256", "sm3");
        Fields.key("heads.file.sha256", full.get("sha256"));
        Fields.key("heads.file.sm3", full.get("sm3"));
    }

    /** The row of somebody, and the line of a post in a round, for who holds his slip against them. */
    Obj row(int index) {
        var all = Problem.list("candidates", file.get("candidates"));
        if (index >= all.size()) {
            throw new Rejected("index", "公开文件里没有这么多人 · not so many in the public file");
        }
        return (Obj) all.get(index);
    }

    Obj round(int number) {
        var all = Problem.list("rounds", file.get("rounds"));
        if (number < 1 || number > all.size()) {
            throw new Rejected("leaf.rounds", "没有这一轮 · no such round");
        }
        return (Obj) all.get(number - 1);
    }

    Obj line(int number, Object post) {
        for (var one : Problem.list("lines", round(number).get("lines"))) {
            if (((Obj) one).get("post").equals(post)) {
                return (Obj) one;
            }
        }
        throw new Rejected("leaf.rounds", "没有这个岗位 · no such post: " + post);
    }

    boolean isByUnit(int number, Object post) {
        return ways.get(number - 1).equals("two-sided")
                && posts.stream().anyMatch(one -> one.id().equals(post) && one.isRanked());
    }

    /** Whether somebody has a post by 直通安置. */
    boolean isDirect(Object id) {
        return direct.post.containsKey(id);
    }

    String head(String which) {
        return (String) ((Obj) file.get("heads")).get(which);
    }

    int size() {
        return rows.size();
    }
}
