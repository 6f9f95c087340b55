package org.rongyi.platform.notice.delivery;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.NumberMask;
import org.rongyi.platform.notice.Addresses;
import org.rongyi.platform.notice.Mailboxes;
import org.rongyi.platform.notice.Masks;
import org.rongyi.platform.notice.Outbox;
import org.rongyi.platform.notice.Templates;
import org.rongyi.platform.vault.Vault;

/** Makes a message ready at the last moment: opens its text, finds where it goes, or finds that it need not go. */
final class Wrapping {

    private final Parcels parcels;
    private final Templates templates;
    private final @Nullable Addresses addresses;
    private final Vault vault;

    Wrapping(Parcels parcels, Templates templates, @Nullable Addresses addresses, Vault vault) {
        this.parcels = parcels;
        this.templates = templates;
        this.addresses = addresses;
        this.vault = vault;
    }

    sealed interface Wrapped {}

    /** @param shownAs the recipient as the administrator may see it */
    record Ready(Parcel parcel, String shownAs) implements Wrapped {}

    record Needless(String why) implements Wrapped {}

    private record Address(String clear, String shownAs) {}

    Wrapped wrap(Parcels.Taken taken, OffsetDateTime now) {
        if (taken.expiresAt() != null && !now.isBefore(taken.expiresAt())) {
            return new Needless("过了时效，没有再发");
        }
        var template = templates.get(taken.template());
        if (taken.declined() && template.optional()) {
            return new Needless("本人选择不接收这类短信");
        }
        var address = address(taken);
        if (address.isEmpty()) {
            return new Needless(taken.personId() == null ? "没有登记电子邮箱" : "没有可用的手机号码");
        }
        var text = vault.open(Outbox.TEXT, taken.id(), taken.textSealed());
        return new Ready(
                new Parcel(taken.id(), address.get().clear(), template.title(), text),
                address.get().shownAs());
    }

    private Optional<Address> address(Parcels.Taken taken) {
        if (taken.personId() != null) {
            return addresses == null
                    ? Optional.empty()
                    : addresses.findPhone(taken.personId()).map(Wrapping::phone);
        }
        if (taken.accountId() != null) {
            return email(taken.accountId());
        }
        var sealed = taken.addressSealed();
        if (sealed == null) {
            return Optional.empty();
        }
        var clear = vault.open(Outbox.ADDRESS, taken.id(), sealed);
        return Optional.of(clear.contains("@") ? mail(clear) : phone(clear));
    }

    private Optional<Address> email(UUID account) {
        var sealed = parcels.email(account);
        return sealed == null ? Optional.empty() : Optional.of(mail(vault.open(Mailboxes.EMAIL, account, sealed)));
    }

    private static Address phone(String phone) {
        return new Address(phone, NumberMask.phone(phone));
    }

    private static Address mail(String address) {
        return new Address(address, Masks.email(address));
    }
}
