package org.rongyi.platform.access.client;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 登记接口用户. */
public record ClientFormPage(ClientsController.Form form, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "登记接口用户";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("接口用户", "/clients"));
    }

    public String text(@Nullable String typed) {
        return ClientsController.Form.text(typed);
    }

    public List<Option> scopes() {
        return Arrays.stream(ClientScope.values())
                .map(one -> Option.of(one.name(), one.zh(), one.gives()))
                .toList();
    }

    public String name() {
        return text(form.name());
    }

    public String contact() {
        return text(form.contact());
    }

    public String purpose() {
        return text(form.purpose());
    }

    public String territory() {
        return text(form.territory());
    }

    public List<String> grants() {
        return form.chosen();
    }

    public String perMinute() {
        return text(form.perMinute());
    }

    public String perDay() {
        return text(form.perDay());
    }
}
