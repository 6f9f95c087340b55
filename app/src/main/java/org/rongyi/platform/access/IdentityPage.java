package org.rongyi.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 统一身份认证: the account's link with it.
 *
 * @param label what the provider is called here
 * @param go where the browser goes to link; none before the password was said
 */
public record IdentityPage(
        String label,
        Identities.@Nullable Linked linked,
        @Nullable String go,
        FieldErrors errors) implements Page {

    private static final List<String> LEVELS = List.of("二级", "三级", "四级", "五级");

    /** 实名等级 as the provider said last. */
    public String level() {
        return linked == null || linked.level() == null ? "没有说明" : LEVELS.get(linked.level() - 2);
    }

    @Override
    public String title() {
        return label;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("账号与安全", "/account"));
    }
}
