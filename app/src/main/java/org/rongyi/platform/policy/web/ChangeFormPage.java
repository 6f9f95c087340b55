package org.rongyi.platform.policy.web;

import java.util.List;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 提出参数变更. */
public record ChangeFormPage(Parameter parameter, String now, ChangeForm form, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "提出变更：" + parameter.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"), new Crumb(parameter.zh(), "/policy/" + parameter.id()));
    }

    /** Whether it may differ from place to place. */
    public boolean hasPlaces() {
        return parameter.values().stream().anyMatch(value -> !value.places().isEmpty());
    }
}
