package org.rongyi.platform.stopped.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.platform.stopped.Stopped;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一段被拦下的话.
 *
 * @param text empty when it is gone
 * @param fields of the form it stood in; of the writer alone
 * @param own the reader typed it
 * @param decides the reader may decide it
 */
public record StoppedPage(
        Stopped words, String text, List<Field> fields, boolean own, boolean decides, String reason, FieldErrors errors)
        implements Page {

    /** A field of the form as it was typed. */
    public record Field(String name, String value) {

        static Field read(String encoded) {
            var parts = encoded.split("=", 2);
            return new Field(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    @Override
    public String title() {
        return "被拦下的话";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("被拦下的话", "/stopped-words"));
    }

    public String path() {
        return "/stopped-words/" + words.id();
    }

    /** Destroyed before anything was kept; backups taken while it waited hold the sealed text until they expire. */
    public boolean destroyed() {
        return words.state() == Stopped.State.REFUSED || words.state() == Stopped.State.WITHDRAWN;
    }

    /** The writer may take it back while nobody has decided. */
    public boolean withdraws() {
        return own && words.state() == Stopped.State.WAITING;
    }

    /** The writer may send the form on, as it was. */
    public boolean maySend() {
        return own && words.state() == Stopped.State.RELEASED && words.used() == null && words.path() != null;
    }

    /** What was typed into the other fields, for whoever has to type it again where the browser did not say where the form goes. */
    public List<String> beside() {
        return fields.stream()
                .filter(field -> !field.name().equals(words.field()))
                .map(Field::value)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Where the form goes to. */
    public String target() {
        return words.path() == null ? "" : words.path();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("结果", StoppedListPage.state(words)));
        facts.add(Fact.of(
                "提请",
                words.askedName() + "（" + words.unitName() + "），"
                        + Words.moment(words.askedAt().toInstant())));
        facts.add(Fact.of("请谁复核", words.deciderName() + "，" + Words.day(words.due()) + "以前"));
        var at = words.decidedAt();
        if (at != null) {
            facts.add(Fact.of("复核", words.decidedName() + "，" + Words.moment(at.toInstant())));
            facts.add(Fact.of("理由", String.valueOf(words.reason())));
        }
        if (words.used() != null) {
            facts.add(Fact.of("录入", Words.moment(words.used().toInstant())));
        }
        return facts;
    }
}
