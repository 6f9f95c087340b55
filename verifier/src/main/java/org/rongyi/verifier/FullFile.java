package org.rongyi.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.rongyi.verifier.Json.Obj;

/** The full file of a campaign, run again: what was committed to, the order, round after round, every line, every head, and every byte. */
final class FullFile {

    static final String FORM = "rongyi-campaign/1";

    private final Campaign in;
    private final Obj file;
    private CompletableFuture<String> sha256;
    private Heads heads;
    private Obj commitments;
    private Obj draw;
    private Turns turns;
    private Seats seats;

    /** @param head SM3 of the public file that belongs to it, in hex */
    record Verified(String said, String head) {}

    private FullFile(Obj file) {
        this.file = Fields.object(
                "file", file, "form", "input", "commitments", "draw", "order", "steps", "rounds", "sums", "heads");
        in = new Campaign(file.get("input"));
    }

    /**
     * @param digest SM3 of the bytes, in hex
     * @throws Rejected with the place and the reason
     */
    static Verified verify(byte[] bytes, CompletableFuture<String> digest, Obj file) {
        return new FullFile(file).verify(bytes, digest);
    }

    private Verified verify(byte[] bytes, CompletableFuture<String> digest) {
        sha256 = CompletableFuture.supplyAsync(() -> Heads.hex(Heads.sha256(bytes)));
        commitments = in.commitments();
        Json.compare("commitments", commitments, file.get("commitments"));
        var share = in.keyed("seed");
        draw = Obj.of("share", share, "seed", Campaign.seed(commitments.get("draw"), share, in.form.get("sources")));
        Json.compare("draw", draw, file.get("draw"));
        var posts = Fields.numbered(
                "input.posts", in.posts.stream().map(Campaign.Post::id).toList());
        var people = Fields.numbered(
                "input.candidates",
                in.candidates.stream().map(Campaign.Candidate::id).toList());
        turns = new Turns(in, file.get("order"), people, (String) draw.get("seed"));
        seats = new Seats(in, turns, Problem.list("steps", file.get("steps")), posts);
        seats.check(Problem.list("rounds", file.get("rounds")));
        heads = new Heads(in.candidates.size());
        var out = Out.against(bytes, 0);
        write(out);
        if (!out.isSame() || out.at() != bytes.length) {
            throw differs(bytes);
        }
        var head = Out.fileDigest(shown(digest.join()));
        return new Verified(
                "verified campaign " + in.form.get("id") + ": candidates " + in.candidates.size() + ", posts "
                        + in.posts.size() + ", placed " + placed() + ", public sm3 " + head,
                head);
    }

    /** Writes the file as it must be. */
    private void write(Out out) {
        out.open(Obj.of(
                "form",
                FORM,
                "input",
                in.form,
                "commitments",
                commitments,
                "draw",
                draw,
                "order",
                Arrays.stream(turns.order)
                        .mapToObj(i -> in.candidates.get(i).id())
                        .toList()));
        out.as(",\n\"steps\":").lines(in.candidates.size(), this::step);
        out.as(",\n\"rounds\":").lines(seats.rounds);
        out.as(",\n\"sums\":").write(sums());
        out.as(",\n\"heads\":").write(Obj.of("sha256", heads.head(), "sm3", heads.headSm3()));
        out.as("}\n");
    }

    /** Where a file does not hold byte for byte, the place is looked for. */
    private Rejected differs(byte[] bytes) {
        var out = Out.kept();
        write(out);
        var written = out.toBytes();
        var must = (Obj) Json.read(written);
        for (var key : must.keys()) {
            Json.compare(key, must.get(key), file.get(key));
        }
        requireSameBytes(bytes, written);
        return new Rejected("file", "与应有的内容不符 · is not what it must be");
    }

    static void requireSameBytes(byte[] bytes, byte[] written) {
        int at = Arrays.mismatch(written, bytes);
        if (at >= 0) {
            throw new Rejected("byte " + at, "不是规定的写法 · not written in the canonical form");
        }
    }

    /** Writes what must be told of a candidate: a leaf of the trees. */
    private void step(Out out, int i) {
        int from = out.at();
        var one = in.candidates.get(i);
        out.as("{\"candidate\":").write(one.id());
        out.as(",\"rank\":").whole(turns.turn[i]);
        out.as(",\"wishes\":").write(one.wished());
        out.as(",\"nonce\":").write(one.nonce());
        seats.tell(out.as(",\"rounds\":"), i);
        out.as(",\"round\":").whole(seats.round[i]);
        out.as(",\"post\":").write(post(i));
        out.as(seats.kept[i] ? ",\"kept\":true" : ",\"kept\":false");
        out.as(",\"wish\":").whole(seats.wish[i]);
        var reason = in.direct.reason.get(one.id());
        if (reason != null) {
            out.as(",\"direct\":").write(reason);
        }
        out.as("}");
        heads.set(i, out.since(from));
    }

    private String post(int i) {
        return seats.post[i] < 0 ? null : in.posts.get(seats.post[i]).id();
    }

    private long placed() {
        return Arrays.stream(seats.post).filter(post -> post >= 0).count();
    }

    private Obj sums() {
        long all = in.posts.stream().mapToLong(Campaign.Post::seats).sum();
        return sums(in.candidates.size(), placed(), in.direct.post.size(), all, in.corrected());
    }

    /**
     * @param direct of the placed, who was before the rounds
     * @param corrected of the candidates, who stood on the list with another score
     */
    static Obj sums(int candidates, long placed, int direct, long seats, int corrected) {
        var sums = Obj.of(
                "candidates",
                Fields.decimal(candidates),
                "placed",
                Fields.decimal(placed),
                "unplaced",
                Fields.decimal(candidates - placed),
                "seats",
                Fields.decimal(seats),
                "filled",
                Fields.decimal(placed),
                "left",
                Fields.decimal(seats - placed));
        return Direct.with(
                Direct.with(sums, "placed", "direct", direct == 0 ? null : Fields.decimal(direct)),
                "left",
                "corrected",
                corrected == 0 ? null : Fields.decimal(corrected));
    }

    /** The public file that belongs to this one. */
    private Obj shown(String digest) {
        var posts = new ArrayList<Object>();
        for (int p = 0; p < in.posts.size(); p++) {
            var one = in.posts.get(p);
            posts.add(Obj.of(
                    "id",
                    one.id(),
                    "unit",
                    one.unit(),
                    "title",
                    one.title(),
                    "seats",
                    Fields.decimal(one.seats()),
                    "reserved",
                    Fields.decimal(one.reserved()),
                    "ranked",
                    one.ranking() != null,
                    "filled",
                    Fields.decimal(one.seats() - seats.left(p)),
                    "left",
                    Fields.decimal(seats.left(p))));
        }
        var open = Obj.of(
                "form",
                PublicFile.FORM,
                "id",
                in.form.get("id"),
                "title",
                in.form.get("title"),
                "office",
                in.form.get("office"),
                "rules",
                in.rulesForm,
                "sources",
                in.form.get("sources"),
                "commitments",
                commitments,
                "draw",
                draw,
                "posts",
                posts,
                "candidates",
                IntStream.range(0, in.candidates.size()).mapToObj(this::row).toList(),
                "rounds",
                seats.rounds.stream().map(FullFile::without).toList(),
                "sums",
                sums(),
                "heads",
                Obj.of(
                        "sha256",
                        heads.head(),
                        "sm3",
                        heads.headSm3(),
                        "file",
                        Obj.of("sha256", sha256.join(), "sm3", digest)));
        return Direct.with(open, "candidates", "direct", in.direct.shown());
    }

    private Obj row(int i) {
        return Obj.of(
                "id",
                in.candidates.get(i).id(),
                "rank",
                Fields.decimal(turns.turn[i]),
                "wishes",
                in.commitment(i),
                "round",
                Fields.decimal(seats.round[i]),
                "post",
                post(i),
                "kept",
                seats.kept[i],
                "sha256",
                heads.leaf(i),
                "sm3",
                heads.leafSm3(i));
    }

    /** Without who was the last to get in, and what a round cost in all. */
    private static Obj without(Obj round) {
        var keys = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (int i = 0; i < round.keys().size(); i++) {
            var key = round.keys().get(i);
            var value = round.values().get(i);
            if (!key.equals("cost") && !key.equals("last")) {
                keys.add(key);
                values.add(
                        value instanceof Obj inner
                                ? without(inner)
                                : value instanceof List<?> list
                                        ? list.stream()
                                                .map(one -> without((Obj) one))
                                                .toList()
                                        : value);
            }
        }
        return new Obj(keys, values);
    }
}
