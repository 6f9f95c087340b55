package org.rongyi.career.campaign.slip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One candidate's slip, as docs/campaign-file.md says its form.
 *
 * @param rank in the campaign's order, from 1
 * @param wishes numbers of posts, the best first
 * @param round in which he was placed, from 1; 0 for who got none
 * @param post null for who got none
 * @param kept whether it was a seat kept for who has priority
 * @param wish which of his wishes it is, from 1; 0 where wishes played no part
 * @param direct why his post was settled before the ways began; null where it was not
 */
public record Slip(
        String campaign,
        String candidate,
        int rank,
        List<String> wishes,
        String nonce,
        List<Round> rounds,
        int round,
        @Nullable String post,
        boolean kept,
        int wish,
        @Nullable String direct) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Slip {
        wishes = List.copyOf(wishes);
        rounds = List.copyOf(rounds);
    }

    /**
     * @param why in words, what it came to
     * @param change in words, what would have changed it; empty where nothing of his would
     */
    public record Line(int wish, String post, String why, String change) {}

    /**
     * @param byCost whether it went by the least total cost and not by wishes
     */
    public record Round(int number, boolean byCost, List<Line> lines) {
        public Round {
            lines = List.copyOf(lines);
        }
    }

    /** @param titles of the posts, by number */
    public static Slip read(byte[] bytes, Map<String, String> titles) {
        var slip = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        var leaf = JSON.readTree(slip.get("leaf").asString());
        var rounds = new ArrayList<Round>();
        for (var round : leaf.get("rounds")) {
            rounds.add(round(round, leaf, titles));
        }
        var post = leaf.get("post");
        return new Slip(
                slip.get("campaign").asString(),
                leaf.get("candidate").asString(),
                leaf.get("rank").asInt(),
                texts(leaf.get("wishes")),
                leaf.get("nonce").asString(),
                rounds,
                leaf.get("round").asInt(),
                post.isNull() ? null : post.asString(),
                leaf.get("kept").asBoolean(),
                leaf.get("wish").asInt(),
                leaf.has("direct") ? leaf.get("direct").asString() : null);
    }

    private static Round round(JsonNode round, JsonNode leaf, Map<String, String> titles) {
        int number = round.get("round").asInt();
        var lines = new ArrayList<Line>();
        if (round.has("options")) {
            boolean isHere = leaf.get("round").asInt() == number;
            lines.add(new Line(
                    0, isHere ? name(leaf.get("post").asString(), titles) : "", cost(round, leaf, isHere), ""));
            return new Round(number, true, lines);
        }
        int at = 0;
        for (var wish : round.get("wishes")) {
            at++;
            var post = wish.get("post").asString();
            lines.add(new Line(at, name(post, titles), why(wish, leaf), change(wish)));
        }
        return new Round(number, false, lines);
    }

    private static String why(JsonNode wish, JsonNode leaf) {
        return switch (wish.get("result").asString()) {
            case "placed" ->
                "您第 " + wish.get("rank").asInt() + " 名，" + line(wish.get("line"), "录取线") + "，轮到了"
                        + (leaf.get("kept").asBoolean() ? "（优先对象的预留岗位）" : "");
            case "full" ->
                "您第 " + wish.get("rank").asInt() + " 名，" + line(wish.get("line"), "录取线")
                        + (wish.has("kept") ? "，预留岗位" + line(wish.get("kept"), "的线") : "") + "，没有轮到";
            case "refused" -> "资格审查没有通过：" + wish.get("reason").asString();
            default -> "单位没有选";
        };
    }

    private static String line(JsonNode line, String what) {
        if (line.isNull()) {
            return what + "没有（没有招满，符合条件的都能进）";
        }
        int rank = line.asInt();
        return rank == 0 ? "这一轮没有剩余名额" : what + "在第 " + rank + " 名";
    }

    private static String change(JsonNode wish) {
        if (!wish.get("result").asString().equals("full")) {
            return "";
        }
        int rank = wish.get("rank").asInt();
        int open = wish.get("line").isNull() ? 0 : wish.get("line").asInt();
        int kept = wish.has("kept") && !wish.get("kept").isNull()
                ? wish.get("kept").asInt()
                : 0;
        int best = Math.max(open, kept);
        return best == 0
                ? "前面的轮次或者前面的人已经用完，名次再靠前一位也不会变"
                : "名次到第 " + best + " 名以内（再靠前 " + (rank - best) + " 名）就轮到了；把它往前排，不会改变名次，也不会改变结果";
    }

    private static String cost(JsonNode round, JsonNode leaf, boolean isHere) {
        if (!isHere) {
            return "这一轮按总成本最小安排，没有剩下能安排给您的岗位";
        }
        var post = leaf.get("post").asString();
        for (var option : round.get("options")) {
            if (option.get("post").asString().equals(post)) {
                return "这一轮按总成本最小安排，这个岗位的成本 " + option.get("cost").asString() + "，公布的价格 "
                        + option.get("price").asString() + "，合起来是您能安排的岗位里最小的";
            }
        }
        return "这一轮按总成本最小安排";
    }

    private static String name(String code, Map<String, String> titles) {
        var title = titles.get(code);
        return title == null ? code : title + " " + code;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
