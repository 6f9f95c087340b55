package org.rongyi.platform.approval.apply;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;

/**
 * 申请表 of one service and of its 补正, as its room declares it: what is known already, the fields, the page, the acts. Routes,
 * identity, the notice, files, and what was typed shown again are the frame's.
 *
 * @param <A> what the form is laid out from
 * @param <R> what is asked for
 */
public interface ApplicationForm<A extends ApplicationForm.About, R extends Request> {

    /** What a form is laid out from, whoever it is about. */
    interface About {
        Whom whom();
    }

    /**
     * Whom the form is about.
     *
     * @param place the place that answers for him; none when nobody does
     * @param mended the case that is mended; none for a new one
     */
    record Whom(
            UUID person,
            String name,
            @Nullable DivisionCode place,
            @Nullable UUID mended) {}

    /**
     * What was sent.
     *
     * @param agentGround why a post files it for him; none from anybody else
     */
    record Sent(CommandId id, Typed form, @Nullable String agentGround) {

        /** What was brought, of a 补正. */
        public String what() {
            return form.value("what");
        }
    }

    /** The act, and what it is asked to do. */
    record Filed<C extends Command>(Act<C, Applied> act, C command) {}

    Doors doors();

    /** 申请, as an act: its {@code @Allow} says who comes in by any door but that of the 补正. */
    Class<? extends Act<?, Applied>> asking();

    /** 补正, as an act: its {@code @Allow} says who mends. */
    Class<? extends Act<?, Applied>> mending();

    /**
     * Whom it is about; empty for who is not there, or not his. In a transaction that reads.
     *
     * @param typed what the address carried; when the form comes in, all that was typed
     */
    Optional<A> about(Actor actor, UUID person, Typed typed);

    /** The same of what was asked for before. In a transaction that reads. */
    Optional<A> ofCase(Actor actor, UUID file);

    /** The form before anything was typed. */
    Typed begin(A about);

    Page page(A about, Sheet sheet);

    /** Reads the fields; what is wrong is added by field. */
    Optional<R> read(A about, Typed form, FieldErrors errors);

    Filed<?> ask(A about, R request, Sent sent);

    Filed<?> mend(UUID file, R request, Sent sent);

    /** What is said when it was filed or mended. */
    default String done(A about, Typed form) {
        return about.whom().mended() == null ? "申请已提交，办到哪一步在这里看。" : "补正已提交，接着办理。";
    }
}
