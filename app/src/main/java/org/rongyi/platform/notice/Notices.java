package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 发消息: for every room. It takes part in the caller's transaction: what is done and that it is told stand or fall together.
 * Said again, it is not said twice.
 */
public class Notices {

    private static final String HOLDERS = "select account_id from notice.holders(:unit, :role, :today)";

    private static final String ADDRESSEE = "select person_id, name, has_mailbox from notice.addressee(:account)";

    private final JdbcClient jdbc;
    private final Templates templates;
    private final Outbox outbox;
    private final Clock clock;

    Notices(JdbcClient jdbc, Templates templates, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Addressee(@Nullable UUID personId, String name, boolean hasMailbox) {}

    /**
     * Tells each recipient once.
     *
     * @return how many persons, accounts and mailboxes were meant: none says that nobody holds the post
     * @throws IllegalArgumentException when the template does not know the recipient or the fields
     */
    public int send(Notice notice, Recipient... to) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a notice is sent inside the transaction of what it tells");
        }
        var template = templates.get(notice.template());
        if (template.kind() == NoticeKind.CODE) {
            throw new IllegalArgumentException(template.id() + " is a code: sendCode");
        }
        var text = template.fill(notice.fields());
        var meant = expand(to);
        for (var one : meant) {
            switch (one) {
                case Recipient.Account(var account) -> toAccount(notice, template, text, account);
                case Recipient.Person(var person) -> toPerson(notice, template, text, person);
                case Recipient.Phone(var number) -> toPhone(notice, template, text, number);
                case Recipient.Mailbox(var address) -> toMailbox(notice, template, text, address);
                case Recipient.Post post -> throw new IllegalStateException("expanded above: " + post);
            }
        }
        return meant.size();
    }

    /**
     * A short-lived code by SMS, sent before everything else and at any hour. It never stands in the clear here, in no
     * inbox, and its text is gone once it was sent or is of no use any more.
     *
     * @param key makes it count once: the id of what the code is for
     * @return false when this installation has no SMS; then nothing was written
     */
    public boolean sendCode(String template, UUID key, String phone, Map<String, String> fields, Duration life) {
        var known = templates.get(template);
        if (known.kind() != NoticeKind.CODE) {
            throw new IllegalArgumentException(template + " is no code");
        }
        if (!outbox.isOn(Channel.SMS)) {
            return false;
        }
        var notice = new Notice(template, template, key, null, fields, true);
        outbox.put(
                new Outbox.Item(notice, known, Channel.SMS, known.fill(fields), now().plus(life)),
                Outbox.Target.phone(phone));
        return true;
    }

    /** Whether an SMS can leave this installation. */
    public boolean isSmsOn() {
        return outbox.isOn(Channel.SMS);
    }

    /** The accounts that hold the post today. */
    public List<UUID> holders(Recipient.Post post) {
        return jdbc.sql(HOLDERS)
                .param("unit", post.unit())
                .param("role", post.role().name())
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list();
    }

    /** Always in the same order: two who tell the same people do not wait for each other in a ring. */
    private SortedSet<Recipient> expand(Recipient... to) {
        var meant = new TreeSet<Recipient>(Comparator.comparing(Recipient::toString));
        Stream.of(to).forEach(one -> {
            if (one instanceof Recipient.Post post) {
                holders(post).forEach(account -> meant.add(new Recipient.Account(account)));
            } else {
                meant.add(one);
            }
        });
        return meant;
    }

    private void toAccount(Notice notice, Template template, String text, UUID account) {
        require(template, Audience.STAFF, Audience.OWNER);
        var found = jdbc.sql(ADDRESSEE)
                .param("account", account)
                .query(Addressee.class)
                .optional();
        if (found.isEmpty()) {
            return; // given by mistake and withdrawn since: nobody is there to be told
        }
        var addressee = found.get();
        if (addressee.personId() != null) {
            require(template, Audience.OWNER);
            outbox.deliver(notice, template, text, null, addressee.personId());
            return;
        }
        if (template.channels().contains(Channel.IN_APP)) {
            outbox.deliver(notice, template, text, account, null);
        }
        if (template.channels().contains(Channel.EMAIL) && addressee.hasMailbox() && outbox.isOn(Channel.EMAIL)) {
            outbox.put(
                    new Outbox.Item(notice, template, Channel.EMAIL, text, null),
                    Outbox.Target.account(account, addressee.name()));
        }
    }

    private void toPerson(Notice notice, Template template, String text, UUID person) {
        require(template, Audience.VETERAN);
        if (template.channels().contains(Channel.IN_APP)) {
            outbox.deliver(notice, template, text, null, person);
        }
        if (template.channels().contains(Channel.SMS) && outbox.isOn(Channel.SMS)) {
            outbox.put(new Outbox.Item(notice, template, Channel.SMS, text, null), Outbox.Target.person(person));
        }
    }

    private void toPhone(Notice notice, Template template, String text, String number) {
        require(template, Audience.PUBLIC);
        if (outbox.isOn(Channel.SMS)) {
            outbox.put(new Outbox.Item(notice, template, Channel.SMS, text, null), Outbox.Target.phone(number));
        }
    }

    private void toMailbox(Notice notice, Template template, String text, String address) {
        require(template, Audience.MAILBOX);
        if (outbox.isOn(Channel.EMAIL)) {
            outbox.put(new Outbox.Item(notice, template, Channel.EMAIL, text, null), Outbox.Target.mailbox(address));
        }
    }

    private static void require(Template template, Audience... which) {
        if (Stream.of(which).noneMatch(template.to()::equals)) {
            throw new IllegalArgumentException(
                    "消息模板 " + template.id() + " 是写给" + template.to().zh() + "的");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
