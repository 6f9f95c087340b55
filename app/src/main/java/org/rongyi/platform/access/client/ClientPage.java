package org.rongyi.platform.access.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一个接口用户.
 *
 * @param approves the reader is one who approves
 * @param issues the reader is one who gives out keys
 * @param revokes the reader is one who revokes; the province's leaders only read
 */
public record ClientPage(Clients.Client client, boolean approves, boolean issues, boolean revokes, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return client.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("接口用户", "/clients"));
    }

    public String path() {
        return "/clients/" + client.id();
    }

    public boolean mayApprove() {
        return approves && client.state() == Clients.State.WAITING;
    }

    public boolean mayIssue() {
        return issues && client.state() == Clients.State.IN_USE;
    }

    public boolean mayRevoke() {
        return revokes && client.state() != Clients.State.REVOKED;
    }

    public boolean waits() {
        return client.state() == Clients.State.WAITING;
    }

    public boolean hasKey() {
        return client.hasKey();
    }

    public List<Fact> facts() {
        var terms = client.terms();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("状态", client.state().zh()));
        facts.add(Fact.of("对方", client.contact()));
        facts.add(Fact.of("做什么用", client.purpose()));
        facts.add(Fact.of(
                "可以用的接口", terms.grants().stream().sorted().map(ClientScope::zh).collect(Collectors.joining("、"))));
        facts.add(Fact.of("地区", terms.territory().toString()));
        facts.add(Fact.of("次数", "一分钟 " + terms.perMinute() + " 次，一天 " + terms.perDay() + " 次"));
        facts.add(Fact.of("密钥编号", client.keyId()));
        facts.add(Fact.of(
                "密钥",
                client.keyAt() == null
                        ? "还没有发"
                        : (client.hasKey() ? "" : "已收回，") + "发于 "
                                + Words.moment(client.keyAt().toInstant())));
        facts.add(Fact.of(
                "最近使用",
                client.usedAt() == null ? "没有来过" : Words.moment(client.usedAt().toInstant())));
        facts.add(Fact.of("登记", words(client.proposed())));
        facts.add(Fact.of("批准", words(client.approved())));
        if (client.revoked() != null) {
            facts.add(Fact.of(
                    "停用", words(client.revoked()) + "，" + client.revoked().reason()));
        }
        return facts;
    }

    private static String words(Clients.@Nullable Mark mark) {
        return mark == null ? "还没有" : mark.by() + "，" + Words.moment(mark.at().toInstant());
    }
}
