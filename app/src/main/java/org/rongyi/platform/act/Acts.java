package org.rongyi.platform.act;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.vault.Vault;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 办理: the one runner of acts. See {@code package.md} for what it promises. */
@Component
public class Acts {

    /** How often an act is begun anew that the database had broken off so that another could go on. */
    private static final int TRIES = 3;

    private static final String DEADLOCK = "40P01";

    private final Transactions transactions;
    private final Commands commands;
    private final AuditTrail audit;
    private final Vault vault;
    private final WordsCheck words;
    private final JsonMapper json;

    Acts(Transactions transactions, Commands commands, AuditTrail audit, Vault vault, WordsCheck words) {
        this.words = words;
        this.transactions = transactions;
        this.commands = commands;
        this.audit = audit;
        this.vault = vault;
        this.json = JsonMapper.builder().build();
    }

    /**
     * Runs the act in a transaction of its own, once per command id.
     *
     * @throws NotAllowed when the actor's post does not allow the act
     * @throws WrongPost when the form was opened under another post
     * @throws SecretWords when it gives a reason that looks like a state secret, and did not say so itself
     * @throws CommandReused when the id came before with other content
     */
    public <C extends Command, O extends Outcome> O perform(Actor actor, Act<C, O> act, C command) {
        var name = act.getClass().getSimpleName();
        if (!Permission.mayPerform(act.getClass(), actor)) {
            refuse(actor, name, "NotAllowed");
            throw new NotAllowed(name);
        }
        if (isForeign(actor, command.id().openedUnder())) {
            throw new WrongPost();
        }
        var digest = digest(command);
        try {
            return begin(actor, act, command, digest);
        } catch (RuntimeException failed) {
            // whatever stopped it, the same command may have been carried out: then its first outcome is the answer
            return transactions
                    .write(actor, () -> commands.find(actor.key(), command.id().value()))
                    .map(first -> this.<O>answer(first, digest))
                    .orElseGet(() -> settle(actor, act, failed));
        }
    }

    /** Opened under another post, in another's place, or for somebody else. */
    private static boolean isForeign(Actor actor, @Nullable UUID openedUnder) {
        return switch (actor) {
            case Actor.Office office -> !office.post().equals(openedUnder);
            case Actor.Kin kin -> !kin.mandate().equals(openedUnder);
            case Actor.Self self -> openedUnder != null && !self.account().equals(openedUnder);
            case Actor.Client _, Actor.Visitor _, Actor.Job _ -> false;
        };
    }

    private <C extends Command, O extends Outcome> O begin(Actor actor, Act<C, O> act, C command, String digest) {
        for (int tries = 1; ; tries++) {
            try {
                return transactions.write(actor, () -> runOnce(actor, act, command, digest));
            } catch (ConcurrencyFailureException lost) {
                if (tries == TRIES || !isDeadlock(lost)) {
                    throw lost;
                }
            }
        }
    }

    private static boolean isDeadlock(ConcurrencyFailureException lost) {
        return lost.getMostSpecificCause() instanceof PSQLException sql && DEADLOCK.equals(sql.getSQLState());
    }

    private <C extends Command, O extends Outcome> O runOnce(Actor actor, Act<C, O> act, C command, String digest) {
        var outcome = act.run(actor, command);
        if (!(outcome instanceof Outcome.Done done)) {
            throw new RolledBack(outcome);
        }
        Reasons.of(command)
                .map(words::objection)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(why -> {
                    throw new SecretWords(why);
                });
        var name = act.getClass().getSimpleName();
        var kept = new Commands.Kept(digest, done.subject(), outcome.getClass().getName(), write(outcome));
        if (!commands.keep(actor.key(), command.id().value(), name, kept)) {
            throw new IllegalStateException("carried out by the same command at this moment");
        }
        audit.record(
                actor,
                new AuditTrail.Entry(name, done.subject(), outcome.getClass().getSimpleName(), true));
        return outcome;
    }

    private <O extends Outcome> O answer(Commands.Kept first, String digest) {
        if (!first.digest().equals(digest)) {
            throw new CommandReused(first.subject());
        }
        return read(first);
    }

    /** Not carried out: a refusal, a lost constraint, or an error of the program. */
    private <C extends Command, O extends Outcome> O settle(Actor actor, Act<C, O> act, RuntimeException failed) {
        O outcome = switch (failed) {
            case RolledBack refused -> refused.outcomeAs(act);
            case DataIntegrityViolationException lost -> act.lost(constraint(lost));
            case SecretWords secret -> {
                refuse(actor, act.getClass().getSimpleName(), "LooksSecret");
                throw secret;
            }
            default -> throw failed;
        };
        refuse(actor, act.getClass().getSimpleName(), outcome.getClass().getSimpleName());
        return outcome;
    }

    private void refuse(Actor actor, String name, String outcome) {
        transactions.write(actor, () -> {
            audit.record(actor, new AuditTrail.Entry(name, null, outcome, false));
            return true;
        });
    }

    private String digest(Command command) {
        return vault.fingerprint("command", CommandText.of(command).getBytes(StandardCharsets.UTF_8));
    }

    private String write(Outcome outcome) {
        return json.writeValueAsString(outcome);
    }

    @SuppressWarnings("unchecked") // the stored class is the one this command's act returned
    private <O extends Outcome> O read(Commands.Kept first) {
        try {
            return (O) json.readValue(first.outcome(), Class.forName(first.outcomeType()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("stored outcome of an act that no longer exists", e);
        }
    }

    private static String constraint(DataIntegrityViolationException e) {
        return Optional.ofNullable(e.getMostSpecificCause() instanceof PSQLException sql ? sql : null)
                .map(PSQLException::getServerErrorMessage)
                .map(message -> message.getConstraint())
                .orElseThrow(() -> e);
    }

    /** Carries a refusal out of the transaction, which rolls back because of it. */
    private static final class RolledBack extends RuntimeException {

        private final transient Outcome outcome;

        RolledBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        @SuppressWarnings("unchecked") // made by the very act it is handed back to
        <O extends Outcome> O outcomeAs(Act<?, O> ignored) {
            return (O) outcome;
        }
    }
}
