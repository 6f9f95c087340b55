package org.rongyi.platform.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.kernel.NumberMask;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 发件箱: writes what is to be read here, and what is to leave. Each once per topic, record, recipient and channel. */
public class Outbox {

    public static final SealedField TEXT = new SealedField("notice.outbox", "text_sealed");
    public static final SealedField ADDRESS = new SealedField("notice.outbox", "address_sealed");
    static final String ADDRESS_INDEX = "notice.address";

    private static final String DELIVER = """
            insert into notice.message (id, template, topic, record_id, account_id, person_id, kind, title, body, path, at)
            values (:id, :template, :topic, :record, :account, :person, :kind, :title, :body, :path, :at)
            on conflict do nothing
            """;

    private static final String PUT = """
            insert into notice.outbox (id, channel, template, topic, record_id, kind, account_id, person_id,
                                       address_sealed, address_index, address_index_next, shown_as, text_sealed, rank, state, due_at,
                                       expires_at, created_at)
            values (:id, :channel, :template, :topic, :record, :kind, :account, :person,
                    :address, :index, :indexNext, :shownAs, :text, :rank, 'WAITING', :at,
                    :expires, :at)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Vault vault;
    private final BlindIndexes blind;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Channels channels, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.vault = vault;
        this.blind = new BlindIndexes(vault, jdbc);
        this.clock = clock;
    }

    /** What leaves by one channel; {@code expires} when it is of no use later. */
    record Item(
            Notice notice,
            Template template,
            Channel channel,
            String text,
            @Nullable OffsetDateTime expires) {

        /** Who may be woken by it: 0 anybody, 1 nobody is, 2 not in quiet hours. */
        int rank() {
            if (notice.urgent()) {
                return 0;
            }
            return channel == Channel.SMS ? 2 : 1;
        }
    }

    /** To whom: exactly one of the three; only an address that is nobody's account or person is kept, sealed. */
    record Target(
            @Nullable UUID account,
            @Nullable UUID person,
            @Nullable String address,
            String shownAs) {

        static Target account(UUID account, String name) {
            return new Target(account, null, null, NameMask.mask(name));
        }

        static Target person(UUID person) {
            return new Target(null, person, null, "退役军人本人");
        }

        static Target phone(String phone) {
            return new Target(null, null, phone, NumberMask.phone(phone));
        }

        static Target mailbox(String address) {
            return new Target(null, null, address.toLowerCase(Locale.ROOT), Masks.email(address));
        }
    }

    boolean isOn(Channel channel) {
        return channels.isOn(channel);
    }

    void deliver(Notice notice, Template template, String text, @Nullable UUID account, @Nullable UUID person) {
        jdbc.sql(DELIVER)
                .param("id", Ids.next())
                .param("template", template.id())
                .param("topic", notice.topic())
                .param("record", notice.record())
                .param("account", account)
                .param("person", person)
                .param("kind", template.kind().name())
                .param("title", template.title())
                .param("body", text)
                .param("path", notice.path())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void put(Item item, Target target) {
        var id = Ids.next();
        var address = target.address();
        var index = address == null ? null : blind.writing().of(ADDRESS_INDEX, address);
        jdbc.sql(PUT)
                .param("id", id)
                .param("channel", item.channel().name())
                .param("template", item.template().id())
                .param("topic", item.notice().topic())
                .param("record", item.notice().record())
                .param("kind", item.template().kind().name())
                .param("account", target.account())
                .param("person", target.person())
                .param("address", address == null ? null : vault.seal(ADDRESS, id, address))
                .param("index", index == null ? null : index.index())
                .param("indexNext", index == null ? null : index.next())
                .param("shownAs", target.shownAs())
                .param("text", vault.seal(TEXT, id, item.text()))
                .param("rank", item.rank())
                .param("at", OffsetDateTime.now(clock))
                .param("expires", item.expires())
                .update();
    }
}
