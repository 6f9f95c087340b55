package org.rongyi.platform.access.client;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 接口密钥: shown this once. */
public record ClientKeyPage(Clients.Client client, String key) implements Page {

    @Override
    public String title() {
        return "请把密钥交给" + client.name();
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
