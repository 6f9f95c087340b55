package org.rongyi.platform.access;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.oidc.NotTrusted;
import org.rongyi.platform.access.oidc.OidcProvider;
import org.rongyi.platform.access.oidc.OidcSettings;
import org.rongyi.platform.access.oidc.OidcSettings.Client;
import org.rongyi.platform.access.oidc.ProviderDown;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 统一身份认证登录: to the provider and back. Whoever the provider knows is an account only after that account's owner has
 * linked the two while signed in; names are never compared. The provider is asked outside a transaction.
 */
@Component
class UnifiedSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(UnifiedSignIn.class);
    private static final Actor VISITOR = new Actor.Visitor();

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final Identities identities;
    private final SignIn signIn;
    private final RateLimits limits;
    private final Transactions transactions;
    private final AuditTrail audit;

    UnifiedSignIn(
            OidcSettings settings,
            OidcProvider provider,
            Identities identities,
            SignIn signIn,
            RateLimits limits,
            Transactions transactions,
            AuditTrail audit) {
        this.settings = settings;
        this.provider = provider;
        this.identities = identities;
        this.signIn = signIn;
        this.limits = limits;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Where the browser goes, and what it keeps meanwhile. */
    record Going(URI to, String token) {}

    /** What the browser brought back. */
    record Brought(String token, String state, String code, String returnTo) {}

    sealed interface Back {
        /** As with a password: opened, a code asked, or locked. */
        record Admitted(SignIn.Result result, String next) implements Back {}

        /** Nobody here has linked this identity. */
        record NotLinked() implements Back {}

        record Linked() implements Back {}

        /** It is another account's, or this account has another one. */
        record Taken() implements Back {}

        /** Too late, used already, from another browser, or nothing that proves anybody. */
        record Refused() implements Back {}

        record Down() implements Back {}
    }

    Optional<Client> client() {
        return settings.find();
    }

    /** Empty when the provider does not answer. */
    Optional<Going> go(Client client, String next, String returnTo, @Nullable UUID account) {
        var challenge = new OidcProvider.Challenge(Tokens.fresh(), Tokens.fresh(), Tokens.fresh());
        return asked(() -> provider.authorization(client, challenge, returnTo)).map(to -> {
            var token = Tokens.fresh();
            transactions.write(VISITOR, () -> {
                identities.go(token, challenge, next, account);
                return true;
            });
            return new Going(to, token);
        });
    }

    /** Counted like a try with a password, and given back when it was somebody. */
    Back comeBack(Client client, Brought brought, Optional<SignedIn> who, SignIn.Browser browser) {
        var refusal = limits.take(RateLimits.Kind.SIGN_IN, browser.address());
        if (refusal.isPresent()) {
            return new Back.Admitted(new SignIn.Result.TooMany(refusal.get().pause()), "/");
        }
        var step = transactions.write(VISITOR, () -> identities.comeBack(brought.token(), brought.state()));
        if (step.isEmpty() || brought.code().isEmpty()) {
            return new Back.Refused();
        }
        try {
            var identity = provider.identify(
                    client, brought.code(), step.get().challenge(brought.state()), brought.returnTo());
            var back = transactions.write(VISITOR, () -> answer(identity, step.get(), who, browser));
            if (!(back instanceof Back.Refused)) {
                limits.giveBack(RateLimits.Kind.SIGN_IN, browser.address());
            }
            return back;
        } catch (NotTrusted e) {
            LOG.warn("统一身份认证没有证明身份：{}", e.getMessage());
            return transactions.write(VISITOR, () -> noted(null, "NotTrusted", new Back.Refused()));
        } catch (ProviderDown e) {
            LOG.warn("统一身份认证连不上：{}", e.getMessage());
            limits.giveBack(RateLimits.Kind.SIGN_IN, browser.address());
            return new Back.Down();
        }
    }

    private Back answer(
            OidcProvider.Identity identity, Identities.Step step, Optional<SignedIn> who, SignIn.Browser browser) {
        if (step.accountId() != null) {
            // linked only by the one who asked for it, still signed in
            return who.filter(one -> one.account().equals(step.accountId()))
                    .map(one -> link(one, identity))
                    .orElseGet(Back.Refused::new);
        }
        return identities
                .use(identity)
                .<Back>map(account ->
                        new Back.Admitted(signIn.admit(account, assurance(identity), browser), step.nextPath()))
                .orElseGet(() -> noted(null, "NotLinked", new Back.NotLinked()));
    }

    /** As the provider says; of what it says nothing agreed on, nobody has checked anything. */
    private static Assurance assurance(OidcProvider.Identity identity) {
        var level = identity.level();
        return level == null ? Assurance.DECLARED : Assurance.of(level);
    }

    private Back link(SignedIn who, OidcProvider.Identity identity) {
        boolean linked = identities.link(who.account(), identity);
        audit.record(
                who.actor(),
                new AuditTrail.Entry("LinkIdentity", who.account(), linked ? "Linked" : "TakenByAnother", linked));
        return linked ? new Back.Linked() : new Back.Taken();
    }

    private Back noted(@Nullable UUID account, String outcome, Back back) {
        audit.record(VISITOR, new AuditTrail.Entry("SignIn", account, outcome, false));
        return back;
    }

    Optional<Identities.Linked> linked(Client client, UUID account) {
        return transactions.read(VISITOR, () -> identities.find(account, client.issuer()));
    }

    boolean unlink(Client client, SignedIn who) {
        return transactions.write(VISITOR, () -> {
            boolean gone = identities.unlink(who.account(), client.issuer());
            audit.record(
                    who.actor(),
                    new AuditTrail.Entry("UnlinkIdentity", who.account(), gone ? "Unlinked" : "NotLinked", gone));
            return gone;
        });
    }

    /** Where to sign out of the provider too, as far as it answers. */
    Optional<URI> endSession(Client client, String returnTo) {
        return asked(() -> provider.endSession(client, returnTo)).flatMap(door -> door);
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ProviderDown e) {
            LOG.warn("统一身份认证连不上：{}", e.getMessage());
            return Optional.empty();
        }
    }
}
