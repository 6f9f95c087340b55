package org.rongyi.platform.access;

import java.time.OffsetDateTime;
import java.util.UUID;

/** What happened to an account and its owner should know, published inside the transaction in which it happened. */
public sealed interface AccountNews {

    UUID account();

    OffsetDateTime at();

    /** Signed in on a kind of device it was never used on; not the first one. */
    record NewDevice(UUID account, String device, OffsetDateTime at) implements AccountNews {}

    /** An administrator wrote down whose identity at the provider it is, and another confirmed it. */
    record IdentityLinked(UUID account, OffsetDateTime at) implements AccountNews {}

    /** Another password than it had, by its owner or by a one-time link. */
    record PasswordChanged(UUID account, OffsetDateTime at) implements AccountNews {}

    /** From now on a phone's code is asked for at its sign-in. */
    record FactorBound(UUID account, OffsetDateTime at) implements AccountNews {}

    /** No code is asked for any more: its owner took the phone off, or an administrator did for him. */
    record FactorRemoved(UUID account, OffsetDateTime at) implements AccountNews {}
}
