package org.rongyi.platform.approval.apply;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    Applications(Cases cases, CaseFiles files, Secrets secrets) {
        this.cases = cases;
        this.files = files;
        this.secrets = secrets;
    }

    /**
     * What speaks against taking the words: filed for somebody without a ground, or they look like a state secret.
     *
     * @param ground why a post files it for him; none from himself or his family
     * @param words what of the service's own words looks like one
     */
    public Optional<Applied> unfit(Actor actor, @Nullable String ground, Supplier<Optional<Secrets.Found>> words) {
        if (actor instanceof Actor.Office && (ground == null || ground.isBlank())) {
            return Optional.of(new Applied.NoAgentGround());
        }
        return words.get().or(() -> secrets.look("agentGround", ground)).map(Applied.LooksSecret::new);
    }

    /**
     * Opens the case under the command's id; what came with the form becomes its.
     *
     * @param keep keeps what is asked for, under the case's id
     */
    public Applied open(Actor actor, CommandId id, Cases.Filing filing, Consumer<UUID> keep) {
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

    /** @param what in words, for the history */
    public record Brought(CommandId id, UUID file, String what) {}

    /**
     * 补正: what was missing is there, and the rest may be said better at the same time.
     *
     * @param unfit what the service objects to; asked only while something is asked for
     * @param keep writes what is asked for anew
     */
    public Applied supplement(Actor actor, Brought brought, Supplier<Optional<Applied>> unfit, Runnable keep) {
        var file = cases.lock(brought.file());
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
        if (brought.what().isBlank()) {
            return new Applied.Objected("what", "请写明补了什么");
        }
        var objection =
                unfit.get().or(() -> secrets.look("what", brought.what()).map(Applied.LooksSecret::new));
        if (objection.isPresent()) {
            return objection.get();
        }
        var hindrance = files.claim(actor, brought.id(), brought.file());
        if (hindrance.isPresent()) {
            return new Applied.NotKept(hindrance.get());
        }
        keep.run();
        return cases.supplement(actor, file.get(), brought.what())
                ? new Applied.Supplemented(brought.file())
                : new Applied.NotAsked();
    }
}
