package org.rongyi.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rongyi.verifier.Json.Obj;

/**
 * {@code verify FILE}: whether the transcript of an allocation or the file of a campaign holds. A second implementation: it shares no code with the
 * program that wrote the file, leans on nothing but the JDK, and finds out by other ways. What the file is, it says itself.
 *
 * <p>Of the sandbox the file is an answer of {@code allocate}, or the transcript out of it. With {@code --input FILE} what was allocated must be what
 * somebody has kept; without it, the file proves that this result follows from the input it holds, and prints the digest of that input.
 *
 * <p>Of a campaign it is the full file, or with {@code --public} the public one, to which {@code --slip FILE} holds one candidate's own line. {@code
 * --signature FILE --key FILE} is the office's word for the public head, which the full file has too. {@code --published FILE} is what somebody kept of what it
 * published before.
 */
public final class Verify {

    private static final int VERIFIED = 0;
    private static final int REJECTED = 1;
    private static final int WRONG_INPUT = 2;
    private static final String FORM = "rongyi-allocation/1";
    private static final List<String> OPTIONS = List.of("--input", "--slip", "--published", "--signature", "--key");

    private Verify() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out, problems));
    }

    /** Answers the exit code: 0 verified, 1 rejected, 2 nothing to read. */
    static int run(List<String> words, PrintStream out, PrintStream problems) {
        var given = given(words);
        if (given == null) {
            problems.println("verify: 写作 verify FILE [--input FILE]，verify [--public] FILE [--slip FILE]"
                    + " [--published FILE] [--signature FILE --key FILE] · written so");
            return WRONG_INPUT;
        }
        try {
            var read = new HashMap<String, byte[]>();
            for (var one : given.entrySet()) {
                read.put(one.getKey(), Files.readAllBytes(Path.of(one.getValue())));
            }
            for (var line : verify(read)) {
                out.println(line);
            }
            return VERIFIED;
        } catch (NoSuchFileException e) {
            problems.println(e.getFile() + ": 没有这个文件 · no such file");
            return WRONG_INPUT;
        } catch (IOException e) {
            problems.println(String.join(" ", words) + ": 读不了 · cannot be read");
            return WRONG_INPUT;
        } catch (Rejected rejected) {
            problems.println(rejected.getMessage());
            return REJECTED;
        }
    }

    /** The files by what they are; null where it is not written so. */
    private static Map<String, String> given(List<String> words) {
        var given = new HashMap<String, String>();
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            boolean isOption = OPTIONS.contains(word) || word.equals("--public");
            if (isOption && ++at == words.size()) {
                return null;
            }
            if (given.put(isOption ? word : "file", words.get(at)) != null) {
                return null;
            }
        }
        boolean isOne = given.containsKey("file") != given.containsKey("--public");
        boolean isSigned = given.containsKey("--signature") == given.containsKey("--key")
                || given.containsKey("--key") && given.containsKey("--published");
        boolean isSandbox = !given.containsKey("--input") || given.size() == 2;
        boolean isSlip = !given.containsKey("--slip") || given.containsKey("--public");
        return isOne && isSigned && isSandbox && isSlip ? given : null;
    }

    /**
     * Answers what was verified, a line each.
     *
     * @param files by the option they were given with; {@code file} without one
     */
    public static List<String> verify(Map<String, byte[]> files) {
        var said = new ArrayList<String>();
        var open = files.get("--public");
        var bytes = open == null ? files.get("file") : open;
        var digest = CompletableFuture.supplyAsync(() -> Campaign.sm3(bytes));
        var read = Json.read(bytes);
        var form = read instanceof Obj object ? object.get("form") : null;
        boolean isCampaign = open != null || PublicFile.FORM.equals(form) || FullFile.FORM.equals(form);
        if (isCampaign && files.containsKey("--input")) {
            throw new Rejected("form", "--input 只用于 allocate 的结果 · is for answers of allocate only");
        }
        if (open != null || PublicFile.FORM.equals(form)) {
            Json.compare("form", PublicFile.FORM, form);
            var head = digest.join();
            var checked = new PublicFile(bytes, (Obj) read);
            said.add(checked.said(head));
            if (files.containsKey("--slip")) {
                said.add(Slip.verify(object("slip", files.get("--slip")), checked));
            }
            promised((Obj) read, head, files, said);
        } else if (FullFile.FORM.equals(form)) {
            var verified = FullFile.verify(bytes, digest, (Obj) read);
            said.add(verified.said());
            promised((Obj) read, verified.head(), files, said);
        } else if (files.containsKey("--signature") || files.containsKey("--published")) {
            throw new Rejected("form", "签名、公布的摘要是对安置活动的 · only a campaign is signed and published");
        } else {
            said.add(allocation(read, files.get("--input")));
        }
        return said;
    }

    /**
     * What the office asks before it keeps a run: whether the full file of a campaign holds, and the public one is the one that belongs to it.
     *
     * @return why not, as {@code place: reason}; empty where both hold
     */
    public static Optional<String> objection(byte[] full, byte[] open) {
        try {
            var digest = CompletableFuture.supplyAsync(() -> Campaign.sm3(full));
            if (!(Json.read(full) instanceof Obj file)) {
                throw new Rejected("form", "不是安置活动的文件 · not the file of a campaign");
            }
            Json.compare("form", FullFile.FORM, file.get("form"));
            Json.compare("public", FullFile.verify(full, digest, file).head(), Campaign.sm3(open));
            return Optional.empty();
        } catch (Rejected rejected) {
            return Optional.of(rejected.getMessage());
        }
    }

    /** The office's word, given before and now. */
    private static void promised(Obj file, String head, Map<String, byte[]> files, List<String> said) {
        var key = files.containsKey("--key") ? object("key", files.get("--key")) : null;
        if (files.containsKey("--published")) {
            said.add(Published.verify(files.get("--published"), file, head, key));
        }
        if (files.containsKey("--signature")) {
            Sm2.verify(head, object("signature", files.get("--signature")), key);
            said.add("verified signature of " + head + " by " + key.get("key"));
        }
    }

    private static Obj object(String at, byte[] bytes) {
        return Json.read(bytes) instanceof Obj object ? object : Problem.object(at, null);
    }

    /**
     * Answers what was verified, in one line.
     *
     * @param input what must have been allocated; null where nobody kept it
     * @throws RuntimeException with the place and the reason
     */
    public static String verify(byte[] file, byte[] input) {
        var files = new HashMap<String, byte[]>();
        files.put("file", file);
        if (input != null) {
            files.put("--input", input);
        }
        return String.join("\n", verify(files));
    }

    private static String allocation(Object outer, byte[] input) {
        boolean isAnswer = outer instanceof Obj object && object.has("transcript");
        var transcript = isAnswer
                ? Problem.object("file", outer, "assignments", "transcript").get("transcript")
                : outer;
        var checked =
                Problem.object("transcript", transcript, "form", "input", "order", "steps", "lines", "sums", "heads");
        Json.compare("form", FORM, checked.get("form"));
        var problem = new Problem("input", checked.get("input"));
        Json.compare("input", problem.form(), checked.get("input"));
        if (input != null) {
            Json.compare("input", new Problem("given", Json.read(input)).form(), problem.form());
        }
        var heads = new Heads();
        var claims = problem.mechanism.equals("assignment")
                ? new Cheapest(problem).check(checked, heads)
                : new Wishes(problem).check(checked, heads);
        if (isAnswer) {
            assignments(problem, claims, ((Obj) outer).get("assignments"));
        }
        var must = heads.of(problem.form());
        Json.compare("heads", must, checked.get("heads"));
        return "verified " + problem.mechanism + ": candidates " + problem.candidates.size() + ", posts "
                + problem.posts.size() + ", placed " + claims.post.size() + ", input sha256 "
                + ((Obj) must.get("input")).get("sha256") + ", steps sha256 "
                + ((Obj) must.get("steps")).get("sha256");
    }

    private static void assignments(Problem problem, Claims claims, Object found) {
        var must = new ArrayList<Obj>();
        for (var id : problem.candidates.keySet()) {
            must.add(Obj.of("candidate", id, "post", claims.post.get(id)));
        }
        Json.compare("assignments", must, found);
    }
}
