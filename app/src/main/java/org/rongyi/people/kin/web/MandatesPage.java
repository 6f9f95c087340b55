package org.rongyi.people.kin.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.Mandate;
import org.rongyi.people.kin.MandateBasis;
import org.rongyi.people.kin.Relation;
import org.rongyi.people.person.OpenAtCounter;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.field.Option;

/**
 * 委托亲属: those of one person, before himself or at a counter.
 *
 * @param lines the newest first
 * @param give the form for another one; none when the reader may not
 * @param form as it was typed
 * @param opening the mandate whose opening form was handed in with errors; none otherwise
 */
public record MandatesPage(
        UUID person,
        String name,
        boolean own,
        List<Line> lines,
        @Nullable Give give,
        MandateForm form,
        @Nullable UUID opening,
        LocalDate today,
        FieldErrors errors)
        implements Page {

    /** One mandate, its services in words and its signed paper. */
    public record Line(Mandate mandate, String services, List<Paper> papers) {}

    public record Paper(String name, String path) {}

    /**
     * What another one may say.
     *
     * @param signing where a post adds the paper; none before the veteran himself
     */
    public record Give(
            List<Option> services,
            LocalDate latest,
            boolean proposed,
            @Nullable Signing signing) {}

    /** The form's own command id, under which its files wait, and what they may be. */
    public record Signing(String form, List<KeptFile> kept, UploadCheck.Limits limits) {

        public String inWords() {
            return "本人签了字的委托书，或监护证明，拍照或扫描。" + limits.inWords();
        }
    }

    @Override
    public String title() {
        return "委托亲属代办";
    }

    @Override
    public List<Crumb> crumbs() {
        return own
                ? List.of(new Crumb("我的档案", "/me"))
                : List.of(new Crumb("人员名册", "/persons"), new Crumb(name, "/persons/" + person));
    }

    @Override
    public @Nullable String door() {
        return own ? "/me" : null;
    }

    public String path() {
        return own ? "/me/kin" : "/persons/" + person + "/kin";
    }

    public boolean isOpen(Line line) {
        return line.mandate().isOpen(today);
    }

    /** Not one that is as long as it can be today. */
    public boolean mayExtend(Line line) {
        return give != null
                && isOpen(line)
                && line.mandate().until().isBefore(give.latest())
                && (!own || line.mandate().isHisToExtend());
    }

    public Tone tone(Line line) {
        return !isOpen(line) ? Tone.NEUTRAL : line.mandate().account() == null ? Tone.WARNING : Tone.SUCCESS;
    }

    /** 到 2027年3月1日；本人在线委托. */
    public String note(Line line) {
        var mandate = line.mandate();
        var by = mandate.givenUnit() == null ? "" : "，" + mandate.givenUnit() + mandate.givenBy() + "登记";
        var ended = mandate.ended() == null
                ? ""
                : "；" + Words.day(mandate.ended().at().toLocalDate()) + "结束："
                        + mandate.ended().why() + "（" + mandate.ended().by() + "）";
        return Words.day(mandate.from()) + "至" + Words.day(mandate.until()) + "，凭"
                + mandate.basis().zh() + by + ended;
    }

    public List<Option> relations() {
        return Arrays.stream(Relation.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public List<Option> bases() {
        return List.of(
                Option.of(MandateBasis.SIGNED.name(), "本人看过（听过）委托书，签了字"),
                Option.of(MandateBasis.GUARDIAN.name(), "本人行动不便或有精神障碍，代办人是监护人，有证明"));
    }

    public List<Option> cards() {
        return Arrays.stream(OpenAtCounter.Card.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public List<Option> present() {
        return List.of(Option.of("yes", "代办人在场，证件上的人就是他"));
    }
}
