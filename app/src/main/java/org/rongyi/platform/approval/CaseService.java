package org.rongyi.platform.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.field.Option;

/** 服务: what a room does with cases of its own; contributed as a bean, one for each file in {@code approval/}. */
public interface CaseService {

    /** As the file names it. */
    String id();

    /** Whether one of the applicant's family may file it for him; then its room's doors and tables let him in. */
    default boolean isForFamily() {
        return false;
    }

    /** Where one of his family files it; none where there is no form of its own. */
    default @Nullable String familyPath() {
        return null;
    }

    /** Whether what is asked for names a number (公民身份号码、电话), which is opened only for who has to check it. */
    boolean hasNumbers(UUID caseId);

    /**
     * What is asked for, for whoever may read the case. Called in the page's transaction.
     *
     * @param clear numbers in the clear: for the desk the case waits at, which is written down in the trail
     */
    Content content(UUID caseId, Actor reader, boolean clear);

    /**
     * Does what was decided, in the decision's own transaction. Empty when it is done; otherwise why it cannot be done
     * now, in words for the one who decides, and nothing is decided.
     */
    Optional<String> carryOut(CaseFile file, Actor.Office by);

    /** What whoever answers the open step has to say besides his opinion: 核定的方式、金额, 入户核查. None for most. */
    default List<Ask> asks(CaseFile file, Actor.Office reader) {
        return List.of();
    }

    /**
     * Keeps what was said there, in the answer's own transaction and before the case moves.
     *
     * @param given by the names of {@link #asks}
     */
    default Taken take(CaseFile file, Verdict verdict, Map<String, List<String>> given, Actor.Office by) {
        return new Kept("");
    }

    /** How it was taken. */
    sealed interface Taken {}

    /**
     * @param words for the history, and for the decision's paper; may be empty
     * @param inPublic what a 公示 that follows says of it besides the service's name: no number, no account, no illness; none
     *     where nothing new was found
     */
    record Kept(String words, @Nullable String inPublic) implements Taken {

        public Kept(String words) {
            this(words, null);
        }
    }

    /** Nothing is kept and nothing moves. */
    record Wrong(String field, String why) implements Taken {}

    /**
     * A field of the answer's form.
     *
     * @param options of a choice
     * @param values as they stand, or as the rule suggests
     */
    record Ask(
            String name,
            String label,
            Input input,
            List<Option> options,
            List<String> values,
            @Nullable String hint,
            boolean optional) {

        public Ask {
            options = List.copyOf(options);
            values = List.copyOf(values);
        }

        /** One that may be left empty, as nobody has said anything yet. */
        public static Ask of(Input input, String name, String label) {
            return new Ask(name, label, input, List.of(), List.of(), null, true);
        }

        public static Ask choice(Input input, String name, String label, List<Option> options) {
            return new Ask(name, label, input, options, List.of(), null, true);
        }

        /** As it stands. */
        public Ask sayingAll(List<String> said) {
            return new Ask(name, label, input, options, said, hint, optional);
        }

        /** The same; nothing for none. */
        public Ask saying(@Nullable Object said) {
            return said == null ? this : sayingAll(List.of(said.toString()));
        }

        public Ask hinting(@Nullable String words) {
            return new Ask(name, label, input, options, values, words, optional);
        }

        public Ask wanted() {
            return new Ask(name, label, input, options, values, hint, false);
        }
    }

    /** How a field is filled in. */
    enum Input {
        LINE,
        WORDS,
        NUMBER,
        DAY,
        ONE,
        SEVERAL
    }

    /** 申请表 as the rule names it, filled in; none for a service without one. Called in the page's transaction. */
    default Optional<CaseForm> form(UUID caseId, Actor reader) {
        return Optional.empty();
    }

    /**
     * 该由哪里办, by the service's own rule as the applicant's file stands today; empty where it does not change any more.
     * Asked by whoever has the case; what the file says elsewhere is found too.
     */
    default Optional<DivisionCode> rightPlace(CaseFile file) {
        return Optional.empty();
    }

    /** 移送: the case has another place; what the room keeps of it goes there, in the same transaction. */
    default void follow(UUID caseId) {}

    /** Why what was asked for cannot be taken back any more, in words for who asked: something was given already. */
    default Optional<String> stays(UUID caseId) {
        return Optional.empty();
    }

    /** Where the applicant, or who helps him, brings what was missing. */
    String supplementPath(UUID caseId);

    /**
     * The facts of a case.
     *
     * @param lines what is asked for, line by line; {@code before} none where nothing is replaced
     * @param ground why it is asked for
     * @param recordPath the record it is about; none for readers without one
     * @param checked what the rule says of it, line by line; for those who handle it
     */
    record Content(
            List<Line> lines, String ground, @Nullable String recordPath, List<Checked> checked) {

        public Content {
            lines = List.copyOf(lines);
            checked = List.copyOf(checked);
        }

        /** Of a service without a rule that can be worked out. */
        public Content(List<Line> lines, String ground, @Nullable String recordPath) {
            this(lines, ground, recordPath, List.of());
        }
    }

    /** 户籍和对象（第十条）：符合，退役军人，户籍在本省. */
    record Checked(String point, String article, String finding, Tone tone, String words) {}

    /** 姓名: 王小名 → 王晓明. */
    record Line(String label, @Nullable String before, String after) {}
}
