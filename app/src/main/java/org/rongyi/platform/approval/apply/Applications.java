package org.rongyi.platform.approval.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** 申请和补正, as an act of any service does them: inside its transaction, what the service keeps and the case together. */
@Component
public class Applications {

    private final Cases cases;
    private final CaseFiles files;
    private final Secrets secrets;
    private final Clock clock;

    Applications(Cases cases, CaseFiles files, Secrets secrets, Clock clock) {
        this.clock = clock;
        this.cases = cases;
        this.files = files;
        this.secrets = secrets;
    }

    /** 申请: may it be asked so, and by whom; then the case is opened under the command's id. */
    public <R extends Request, P extends Applicant, C extends Asking<R>> Applied ask(
            Actor actor, C asking, Application<R, P, ?, C> application) {
        var request = asking.request();
        var unfit = request.objection(LocalDate.now(clock)).or(() -> unfit(actor, asking));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var found = application.applicant(asking.person());
        if (found.isEmpty()) {
            return new Applied.NotFound();
        }
        var applicant = found.get();
        if (!applicant.isActive()) {
            return new Applied.NotActive();
        }
        return application.objection(applicant, request).orElseGet(() -> {
            var matter = application.matter(request);
            var place = application.place(applicant);
            var filing = new Cases.Filing(
                    application.doors().service(),
                    matter.subject(),
                    applicant.id(),
                    applicant.name(),
                    place,
                    actor instanceof Actor.Office ? asking.agentGround() : null,
                    matter.inPublic());
            return open(
                    actor, asking.id(), filing, opened -> application.keep(actor, opened, applicant, place, asking));
        });
    }

    /** Filed for somebody without a ground, or the words look like a state secret. */
    private Optional<Applied> unfit(Actor actor, Asking<?> asking) {
        var ground = asking.agentGround();
        if (actor instanceof Actor.Office && (ground == null || ground.isBlank())) {
            return Optional.of(new Applied.NoAgentGround());
        }
        return asking.request()
                .secret(secrets)
                .or(() -> secrets.look("agentGround", ground))
                .map(Applied.LooksSecret::new);
    }

    /** What came with the form becomes the case's. */
    private Applied open(Actor actor, CommandId id, Cases.Filing filing, Consumer<UUID> keep) {
        return switch (cases.open(actor, id.value(), filing)) {
            case Cases.AlreadyOpen() -> new Applied.AlreadyOpen();
            case Cases.NotIdentified(var wanted) -> new Applied.NotIdentified(wanted);
            case Cases.NotGiven() -> new Applied.NotGiven();
            case Cases.Opened(var opened) -> {
                keep.accept(opened);
                yield files.claim(actor, id, opened)
                        .<Applied>map(Applied.NotKept::new)
                        .orElseGet(() -> new Applied.Asked(opened));
            }
        };
    }

    /** 补正: what was missing is there, and the rest may be said better at the same time. */
    public <R extends Request, K> Applied mend(Actor actor, Mending<R> mending, Application<R, ?, K, ?> application) {
        var file = cases.lock(mending.file());
        if (file.isEmpty()) {
            return new Applied.NotFound();
        }
        if (file.get().state() != Position.State.SUPPLEMENT) {
            return new Applied.NotAsked();
        }
        var lacking = file.get().route().lacking(actor);
        if (lacking.isPresent()) {
            return new Applied.NotIdentified(lacking.get());
        }
        if (mending.what().isBlank()) {
            return new Applied.Objected("what", "请写明补了什么");
        }
        var kept = application.find(mending.file());
        if (kept.isEmpty()) {
            return new Applied.NotFound();
        }
        var unfit = unfit(mending, application, kept.get());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        var hindrance = files.claim(actor, mending.id(), mending.file());
        if (hindrance.isPresent()) {
            return new Applied.NotKept(hindrance.get());
        }
        application.rewrite(actor, kept.get(), mending.request());
        return cases.supplement(actor, file.get(), mending.what())
                ? new Applied.Supplemented(mending.file())
                : new Applied.NotAsked();
    }

    private <R extends Request, K> Optional<Applied> unfit(
            Mending<R> mending, Application<R, ?, K, ?> application, K kept) {
        var request = mending.request();
        return request.objection(LocalDate.now(clock))
                .or(() -> application.mendedObjection(kept, request))
                .or(() -> request.secret(secrets)
                        .or(() -> secrets.look("what", mending.what()))
                        .map(Applied.LooksSecret::new));
    }
}
