package org.rongyi.platform.access.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 接口密钥: shown this once.
 *
 * @param key none where the same form has shown it before
 */
public record ClientKeyPage(Clients.Client client, @Nullable String key) implements Page {

    @Override
    public String title() {
        return key == null ? "没有再发密钥" : "请把密钥交给" + client.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("接口用户", "/clients"), new Crumb(client.name(), path()));
    }

    public String keyId() {
        return client.keyId();
    }

    public String path() {
        return "/clients/" + client.id();
    }
}
