package org.rongyi.platform.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.stereotype.Component;

/**
 * 手机验证码登录: a veteran proves himself by the number and the phone of his file and the code sent to that phone. Whether
 * there is such a person is told to nobody: the answer, the work and the limits are the same, and what is sent to nobody is
 * written and undone.
 */
@Component
class SmsSignIn {

    private static final Actor VISITOR = new Actor.Visitor();

    private final SmsCodes codes;
    private final Veterans veterans;
    private final RateLimits limits;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Acts acts;
    private final OpenOwnAccount openOwnAccount;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final DataDirectory directory;

    SmsSignIn(
            SmsCodes codes,
            Veterans veterans,
            RateLimits limits,
            SignIn signIn,
            Accounts accounts,
            Acts acts,
            OpenOwnAccount openOwnAccount,
            Transactions transactions,
            AuditTrail audit,
            DataDirectory directory) {
        this.codes = codes;
        this.veterans = veterans;
        this.limits = limits;
        this.signIn = signIn;
        this.accounts = accounts;
        this.acts = acts;
        this.openOwnAccount = openOwnAccount;
        this.transactions = transactions;
        this.audit = audit;
        this.directory = directory;
    }

    /** A demo without a gateway shows the code on the screen; its people are made up. */
    boolean isOffered() {
        return veterans.isSmsOn() || directory.isDemo();
    }

    sealed interface Asked {
        /**
         * If the two belong together, a code is on its way.
         *
         * @param shown the code itself, in a demo without a gateway
         */
        record OnItsWay(String token, @Nullable String shown) implements Asked {}

        record TooOften(Duration pause) implements Asked {}
    }

    /** @param citizenNumber checked and canonical */
    Asked ask(String citizenNumber, String phone, String address) {
        var wait = takeAll(citizenNumber, phone, address);
        if (wait.isPresent()) {
            return new Asked.TooOften(wait.get());
        }
        return transactions.write(VISITOR, () -> {
            var person = veterans.find(citizenNumber, phone);
            var fresh = codes.add(citizenNumber, person.orElse(null));
            if (person.isPresent()) {
                veterans.send(fresh.id(), citizenNumber, phone, fresh.code(), codes.life());
            } else {
                transactions.undone(() -> veterans.send(fresh.id(), citizenNumber, phone, fresh.code(), codes.life()));
            }
            audit.record(
                    VISITOR,
                    new AuditTrail.Entry(
                            "SendCode",
                            person.orElse(null),
                            person.isPresent() ? "Sent" : "NoMatch",
                            person.isPresent()));
            return new Asked.OnItsWay(fresh.token(), veterans.isSmsOn() ? null : fresh.code());
        });
    }

    private Optional<Duration> takeAll(String citizenNumber, String phone, String address) {
        record Counted(RateLimits.Kind kind, String whose) {}
        var counted = List.of(
                new Counted(RateLimits.Kind.SMS_ADDRESS, address),
                new Counted(RateLimits.Kind.SMS_NUMBER, citizenNumber),
                new Counted(RateLimits.Kind.SMS_PHONE, phone));
        for (var one : counted) {
            var refusal = limits.take(one.kind(), one.whose());
            if (refusal.isPresent()) {
                if (refusal.get().first()) {
                    transactions.write(VISITOR, () -> {
                        audit.record(VISITOR, new AuditTrail.Entry("SendCode", null, "TooMany", false));
                        return true;
                    });
                }
                return refusal.map(RateLimits.Refusal::pause);
            }
        }
        return Optional.empty();
    }

    sealed interface Entered {
        /** As with a password: opened, a second code asked, locked or held. */
        record Admitted(SignIn.Result result) implements Entered {}

        record Wrong() implements Entered {}

        /** A new code has to be asked for. */
        record Over() implements Entered {}

        record TooOften(Duration pause) implements Entered {}
    }

    /** Counted before it is compared, by address and by number, and given back when it was right. */
    Entered enter(String token, String code, SignIn.Browser browser) {
        var refusal = limits.take(RateLimits.Kind.SIGN_IN, browser.address());
        if (refusal.isPresent()) {
            return new Entered.TooOften(refusal.get().pause());
        }
        var number = transactions.read(VISITOR, () -> codes.numberOf(token));
        if (number.isEmpty()) {
            return new Entered.Over();
        }
        var often = limits.take(RateLimits.Kind.SMS_WRONG, number.get());
        return often.isPresent()
                ? new Entered.TooOften(often.get().pause())
                : compare(token, number.get(), code, browser);
    }

    private Entered compare(String token, String number, String code, SignIn.Browser browser) {
        var answer = transactions.write(VISITOR, () -> {
            var tried = codes.tryOut(token, code);
            if (tried instanceof SmsCodes.Answer.Wrong) {
                audit.record(VISITOR, new AuditTrail.Entry("SignIn", null, "CodeWrong", false));
            }
            return tried;
        });
        return switch (answer) {
            case SmsCodes.Answer.Wrong() -> new Entered.Wrong();
            case SmsCodes.Answer.Over() -> new Entered.Over();
            case SmsCodes.Answer.Right(var person) -> {
                limits.giveBack(RateLimits.Kind.SIGN_IN, browser.address());
                limits.giveBack(RateLimits.Kind.SMS_WRONG, number);
                yield admit(token, person, browser);
            }
        };
    }

    private Entered admit(String token, UUID person, SignIn.Browser browser) {
        var account = own(person).or(() -> {
            acts.perform(VISITOR, openOwnAccount, new OpenOwnAccount.Command(CommandId.fresh(VISITOR), token));
            return own(person);
        });
        if (account.isEmpty()) {
            return new Entered.Over(); // off the register within these minutes
        }
        return new Entered.Admitted(
                transactions.write(VISITOR, () -> signIn.admit(account.get(), Assurance.CHECKED, browser)));
    }

    private Optional<UUID> own(UUID person) {
        return transactions.read(VISITOR, () -> accounts.findOwn(person));
    }
}
