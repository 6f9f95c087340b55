package org.rongyi.career.placement.allocation;

import java.util.List;

/**
 * 记录: what went in, each step with its reason and result, the line at each post, and the heads over all of it. Nothing stands in it
 * that the rule does not fix or the heads do not cover. {@code docs/allocate.md} says what each field means.
 */
abstract class Transcript {

    private static final String FORM = "rongyi-allocation/1";

    final Problem problem;
    final Canonical out = new Canonical();

    Transcript(Problem problem) {
        this.problem = problem;
    }

    /** The order by score, where it counts. */
    abstract void order();

    /** One candidate's own line. */
    abstract void step(int candidate);

    /** What became of a post. */
    abstract void line(int post);

    /** Numbers by which the whole is checked at a glance. */
    abstract void sums();

    /** The whole file. */
    byte[] answer(List<Allocation.Placement> placements) {
        out.open('{').key("assignments").open('[');
        for (var placement : placements) {
            out.line().open('{').key("candidate").text(placement.candidate()).key("post");
            id(placement.post());
            out.close('}');
        }
        out.close(']');
        out.line().key("transcript").open('{').key("form").text(FORM);
        int input = out.line().key("input").size();
        input();
        int inputEnd = out.size();
        order();
        var trees = List.of(Head.sha256(), Head.sm3());
        out.line().key("steps").open('[');
        for (int i = 0; i < problem.candidates().size(); i++) {
            int from = out.line().size();
            step(i);
            for (var tree : trees) {
                tree.add(out.bytes(), from, out.size() - from);
            }
        }
        out.close(']').line().key("lines").open('[');
        for (int post = 0; post < problem.posts().size(); post++) {
            out.line();
            line(post);
        }
        out.close(']').line().key("sums");
        sums();
        heads(input, inputEnd, trees);
        out.close('}').close('}').end();
        return out.toBytes();
    }

    final void id(@org.jspecify.annotations.Nullable String id) {
        if (id == null) {
            out.none();
        } else {
            out.text(id);
        }
    }

    private void input() {
        out.open('{').key("mechanism").text(problem.mechanism().code());
        out.line().key("posts").open('[');
        for (var post : problem.posts()) {
            out.line().open('{').key("id").text(post.id()).key("seats").number(post.seats());
            if (post.ranking() != null) {
                out.key("ranking").open('[');
                for (int candidate : post.ranking()) {
                    out.text(problem.candidates().get(candidate).id());
                }
                out.close(']');
            }
            out.close('}');
        }
        out.close(']').line().key("candidates").open('[');
        for (var candidate : problem.candidates()) {
            out.line().open('{').key("id").text(candidate.id());
            if (candidate.score() != null) {
                out.key("score").number(candidate.score());
            }
            out.key("choices").open('[');
            for (int post : candidate.choices()) {
                out.text(problem.posts().get(post).id());
            }
            out.close(']').close('}');
        }
        out.close(']').line().key("costs").open('[');
        for (var pair : problem.costs()) {
            out.line()
                    .open('{')
                    .key("candidate")
                    .text(problem.candidates().get(pair.candidate()).id());
            out.key("post").text(problem.posts().get(pair.post()).id());
            out.key("cost").number(pair.cost()).close('}');
        }
        out.close(']').close('}');
    }

    private void heads(int input, int inputEnd, List<Head> trees) {
        out.line().key("heads").open('{').key("input").open('{');
        out.key("sha256").text(Head.sha256().plain(out.bytes(), input, inputEnd - input));
        out.key("sm3").text(Head.sm3().plain(out.bytes(), input, inputEnd - input));
        out.close('}').key("steps").open('{');
        out.key("sha256").text(trees.getFirst().value());
        out.key("sm3").text(trees.getLast().value());
        out.close('}').close('}');
    }
}
