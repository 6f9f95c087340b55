package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rongyi.verifier.Json.Obj;

/**
 * One candidate's own slip against the public file: that his line is under its head, that these are the wishes he committed to, and that at each of them he
 * stands on the side of the line where the result says he stands.
 */
final class Slip {

    static final String FORM = "rongyi-campaign-slip/1";

    private final Obj slip;
    private final PublicFile open;
    private final Obj leaf;
    private final byte[] bytes;

    private Slip(Obj found, PublicFile open) {
        slip = Fields.object("slip", found, "form", "campaign", "leaf", "index", "size", "sha256", "sm3");
        this.open = open;
        bytes = Problem.text("leaf", slip.get("leaf")).getBytes(StandardCharsets.UTF_8);
        leaf = Direct.read(
                "leaf",
                Json.read(bytes),
                "direct",
                "candidate",
                "rank",
                "wishes",
                "nonce",
                "rounds",
                "round",
                "post",
                "kept",
                "wish",
                "direct");
    }

    /** Answers what was verified, in one line. */
    static String verify(Obj found, PublicFile open) {
        return new Slip(found, open).verify();
    }

    private String verify() {
        Json.compare("form", FORM, slip.get("form"));
        Json.compare("campaign", open.id(), slip.get("campaign"));
        int index = Fields.whole("index", slip.get("index"));
        Json.compare("size", Fields.decimal(open.size()), slip.get("size"));
        Json.compare("sha256", open.head("sha256"), way("sha256", index, Heads::sha256));
        Json.compare("sm3", open.head("sm3"), way("sm3", index, Sm3::digest));
        var row = open.row(index);
        var commitment = Campaign.sm3(Out.of(Campaign.some(leaf, "candidate", "wishes", "nonce")));
        Json.compare("leaf.candidate", row.get("id"), leaf.get("candidate"));
        Json.compare("leaf.wishes", row.get("wishes"), commitment);
        for (var key : List.of("rank", "round", "post", "kept")) {
            Json.compare("leaf." + key, row.get(key), leaf.get(key));
        }
        int number = 0;
        for (var one : Problem.list("leaf.rounds", leaf.get("rounds"))) {
            var at = "leaf.rounds[" + number++ + "]";
            round(at, Fields.any(at, one));
        }
        int took = Fields.whole("leaf.round", leaf.get("round"));
        boolean isDirect = open.isDirect(leaf.get("candidate"));
        if (isDirect != leaf.has("direct")) {
            throw new Rejected("leaf.direct", "与公开文件不符 · is not what the public file says");
        }
        if (isDirect) {
            Problem.text("leaf.direct", leaf.get("direct"));
        }
        if ((took > 0 || isDirect) && number != took) {
            throw new Rejected("leaf.rounds", "应到得到岗位的那一轮为止 · must end with the round that placed him");
        }
        return "verified slip " + leaf.get("candidate") + ": rank " + Out.text(leaf.get("rank")) + ", post "
                + Out.text(leaf.get("post"));
    }

    /** Joins the hashes of the slip to the own leaf, from below. */
    private String way(String key, int index, UnaryOperator<byte[]> hash) {
        var path = Fields.texts(key, slip.get(key));
        var node = hash.apply(joined((byte) 0, bytes, new byte[0]));
        int at = index;
        int next = 0;
        for (int size = open.size(); size > 1; size = (size + 1) / 2) {
            boolean isRight = at % 2 == 1;
            if (isRight || at + 1 < size) {
                if (next == path.size()) {
                    throw new Rejected(key + "[" + next + "]", "少了一项 · missing");
                }
                var other = HexFormat.of().parseHex(Fields.key(key + "[" + next + "]", path.get(next++)));
                node = hash.apply(isRight ? joined((byte) 1, other, node) : joined((byte) 1, node, other));
            }
            at /= 2;
        }
        if (next < path.size()) {
            throw new Rejected(key + "[" + next + "]", "多出一项 · one too many");
        }
        return Heads.hex(node);
    }

    private static byte[] joined(byte kind, byte[] left, byte[] right) {
        var both = new byte[1 + left.length + right.length];
        both[0] = kind;
        System.arraycopy(left, 0, both, 1, left.length);
        System.arraycopy(right, 0, both, 1 + left.length, right.length);
        return both;
    }

    private void round(String at, Obj round) {
        int number = Fields.whole(at + ".round", round.get("round"));
        boolean isHere = Fields.decimal(number).equals(leaf.get("round"));
        if (round.has("options")) {
            options(at, number, isHere, round);
            return;
        }
        for (var one : Problem.list(at + ".wishes", round.get("wishes"))) {
            var wish = Fields.any(at, one);
            if (!wish.has("rank")) {
                continue;
            }
            var line = open.line(number, wish.get("post"));
            Json.compare(at + ".line", Fields.any(at, line.get("open")).get("line"), wish.get("line"));
            if (!open.isByUnit(number, wish.get("post"))) {
                Json.compare(at + ".rank", leaf.get("rank"), wish.get("rank"));
            }
            boolean isIn = isIn(wish, "line");
            if (wish.has("kept")) {
                Json.compare(at + ".kept", Fields.any(at, line.get("kept")).get("line"), wish.get("kept"));
                isIn |= isIn(wish, "kept");
            }
            boolean isOwn = isHere && Problem.text(at, wish.get("post")).equals(leaf.get("post"));
            if (isIn != isOwn || isIn != "placed".equals(wish.get("result"))) {
                throw new Rejected(at + ".wishes", "名次与线对不上 · rank and line do not fit: " + wish.get("post"));
            }
        }
    }

    private static boolean isIn(Obj wish, String key) {
        return wish.get(key) == null
                || Fields.decimal("rank", wish.get("rank")).compareTo(Fields.decimal(key, wish.get(key))) <= 0;
    }

    /** One sits where cost and price are least, or nowhere where every sum is at least what that counts as. */
    private void options(String at, int number, boolean isHere, Obj round) {
        var unplaced = Fields.decimal(at + ".unplaced", round.get("unplaced"));
        Json.compare(at + ".unplaced", open.round(number).get("unplaced"), unplaced);
        BigDecimal least = unplaced;
        BigDecimal own = isHere ? null : unplaced;
        for (var one : Problem.list(at + ".options", round.get("options"))) {
            var option = Fields.any(at, one);
            var price = open.line(number, option.get("post")).get("price");
            Json.compare(at + ".price", price, option.get("price"));
            var sum = Fields.decimal(at + ".cost", option.get("cost")).add(Fields.decimal(at + ".price", price));
            least = least.min(sum);
            own = isHere && Problem.text(at, option.get("post")).equals(leaf.get("post")) ? sum : own;
        }
        if (own == null || own.compareTo(least) > 0) {
            throw new Rejected(at + ".options", "别处连价更省 · another is cheaper with its price");
        }
    }
}
