package org.rongyi.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.verifier.Json.Obj;

/**
 * {@code verify FILE [--input FILE]}: whether the transcript of an allocation holds. A second implementation: it shares no code with the
 * program that wrote the file, leans on nothing but the JDK, and finds out by other ways.
 *
 * <p>The file is an answer of {@code allocate}, or the transcript out of it. With {@code --input} what was allocated must be what somebody has
 * kept; without it, the file proves that this result follows from the input it holds, and prints the digest of that input.
 */
public final class Verify {

    private static final int VERIFIED = 0;
    private static final int REJECTED = 1;
    private static final int WRONG_INPUT = 2;
    private static final String FORM = "rongyi-allocation/1";

    private Verify() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out, problems));
    }

    /** Answers the exit code: 0 verified, 1 rejected, 2 nothing to read. */
    static int run(List<String> words, PrintStream out, PrintStream problems) {
        if (words.size() != 1 && !(words.size() == 3 && words.get(1).equals("--input"))) {
            problems.println("verify: 写作 verify FILE [--input FILE] · written so");
            return WRONG_INPUT;
        }
        try {
            var file = Files.readAllBytes(Path.of(words.getFirst()));
            out.println(verify(file, words.size() == 3 ? Files.readAllBytes(Path.of(words.getLast())) : null));
            return VERIFIED;
        } catch (NoSuchFileException e) {
            problems.println(e.getFile() + ": 没有这个文件 · no such file");
            return WRONG_INPUT;
        } catch (IOException e) {
            problems.println(words.getFirst() + ": 读不了 · cannot be read");
            return WRONG_INPUT;
        } catch (Rejected rejected) {
            problems.println(rejected.getMessage());
            return REJECTED;
        }
    }

    /**
     * Answers what was verified, in one line.
     *
     * @param input what must have been allocated; null where nobody kept it
     * @throws RuntimeException with the place and the reason
     */
    public static String verify(byte[] file, byte[] input) {
        var outer = Json.read(file);
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
