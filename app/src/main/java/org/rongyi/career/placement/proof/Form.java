package org.rongyi.career.placement.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Canonical;

/** The pieces that stand in the file and under the commitments, each written in one way alone. */
final class Form {

    private Form() {}

    /** In the order of the ids' UTF-8 bytes, whatever order they came in. */
    static <T> List<T> sorted(List<T> list, Function<T, String> id) {
        record Keyed<T>(byte[] key, T one) {}
        var keyed = new ArrayList<Keyed<T>>(list.size());
        for (var one : list) {
            keyed.add(new Keyed<>(id.apply(one).getBytes(StandardCharsets.UTF_8), one));
        }
        keyed.sort(Comparator.comparing(Keyed<T>::key, Arrays::compareUnsigned));
        return keyed.stream().map(Keyed::one).toList();
    }

    static BigDecimal shortest(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Whether it counts that somebody has priority: only where the rule says so. */
    static boolean hasPriority(Campaign.Rules rules, Campaign.Candidate candidate) {
        return candidate.priority() && rules.priority() != Priority.NONE;
    }

    static void rules(Canonical out, Campaign.Rules rules) {
        out.open('{').key("version").text(rules.version()).key("rounds").open('[');
        rules.rounds().forEach(way -> out.text(way.code()));
        out.close(']').key("priority").text(rules.priority().code()).key("ties").open('[');
        rules.ties().forEach(tie -> out.text(tie.code()));
        out.close(']');
        if (!rules.parts().isEmpty()) {
            out.key("parts").open('[');
            for (var part : rules.parts()) {
                out.open('{').key("name").text(part.name()).key("weight");
                out.number(shortest(part.weight())).close('}');
            }
            out.close(']');
        }
        out.close('}');
    }

    static void sources(Canonical out, List<Campaign.Source> sources) {
        out.open('[');
        for (var source : sources) {
            out.open('{').key("name").text(source.name()).key("value");
            text(out, source.value());
            out.close('}');
        }
        out.close(']');
    }

    /** What is published of a post, without the bracket that ends it. */
    static void post(Canonical out, Campaign.Post post) {
        out.open('{').key("id").text(post.id()).key("unit").text(post.unit());
        out.key("title").text(post.title());
        out.key("seats").number(post.seats()).key("reserved").number(post.reserved());
    }

    static void ranking(Canonical out, Campaign.Post post) {
        out.key("ranking");
        texts(out, post.ranking());
        out.key("refused").open('[');
        for (var id : sorted(List.copyOf(post.refused().keySet()), one -> one)) {
            out.open('{').key("candidate").text(id);
            out.key("reason").text(Objects.requireNonNull(post.refused().get(id)));
            out.close('}');
        }
        out.close(']');
    }

    /** How somebody stands on the list, without the bracket that ends it: what no rule asks for is left out. */
    static void entry(Canonical out, Campaign.Rules rules, Campaign.Candidate candidate) {
        out.open('{').key("id").text(candidate.id()).key("score");
        if (candidate.score() == null) {
            out.none();
        } else {
            out.number(shortest(candidate.score()));
        }
        if (!rules.parts().isEmpty()) {
            out.key("parts").open('[');
            candidate.parts().forEach(points -> out.number(shortest(points)));
            out.close(']');
        }
        out.key("exempt").truth(candidate.exempt());
        out.key("priority").truth(hasPriority(rules, candidate)).key("ties").open('{');
        for (var tie : candidate.exempt() ? List.<Tie>of() : rules.ties()) {
            out.key(tie.code()).number(Objects.requireNonNull(candidate.ties().get(tie)));
        }
        out.close('}');
    }

    /** How he stood before he was corrected, in the order of an entry; nothing of whom nobody corrected. */
    static void stood(Canonical out, Campaign.Rules rules, Campaign.Candidate candidate) {
        var stood = candidate.stood();
        if (stood == null) {
            return;
        }
        out.key("stood").open('{').key("score").number(shortest(stood.score()));
        if (!rules.parts().isEmpty()) {
            out.key("parts").open('[');
            stood.parts().forEach(points -> out.number(shortest(points)));
            out.close(']');
        }
        out.key("ties").open('{');
        for (var tie : rules.ties()) {
            out.key(tie.code()).number(Objects.requireNonNull(stood.ties().get(tie)));
        }
        out.close('}').close('}');
    }

    static void cost(Canonical out, String candidate, String post, BigDecimal cost) {
        out.line().open('{').key("candidate").text(candidate);
        out.key("post").text(post).key("cost").number(cost).close('}');
    }

    /** @param isPublic without the reasons */
    static void direct(Canonical out, Campaign.Direct direct, boolean isPublic) {
        out.open('{').key("pilot").text(direct.pilot());
        out.key("name").text(direct.name()).key("placed").open('[');
        for (var one : sorted(direct.placed(), Campaign.Settled::candidate)) {
            out.open('{').key("candidate").text(one.candidate()).key("post").text(one.post());
            if (!isPublic) {
                out.key("reason").text(one.reason());
            }
            out.close('}');
        }
        out.close(']').close('}');
    }

    static void text(Canonical out, @Nullable String text) {
        if (text == null) {
            out.none();
        } else {
            out.text(text);
        }
    }

    static void texts(Canonical out, @Nullable List<String> texts) {
        if (texts == null) {
            out.none();
            return;
        }
        out.open('[');
        texts.forEach(out::text);
        out.close(']');
    }
}
