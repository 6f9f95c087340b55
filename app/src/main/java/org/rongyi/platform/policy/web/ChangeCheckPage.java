package org.rongyi.platform.policy.web;

import java.util.List;
import java.util.Map;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.web.util.UriComponentsBuilder;

/** 核对参数变更: what it would touch, before it is proposed. */
public record ChangeCheckPage(Parameter parameter, ChangeForm form, List<Fact> facts, List<String> effects)
        implements Page {

    public ChangeCheckPage {
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
    }

    @Override
    public String title() {
        return "核对变更：" + parameter.zh();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"), new Crumb(parameter.zh(), "/policy/" + parameter.id()));
    }

    public String action() {
        return "/policy/" + parameter.id() + "/change";
    }

    public Map<String, String> fields() {
        return form.fields();
    }

    /** The form as it was filled in. */
    public String back() {
        var path = UriComponentsBuilder.fromPath(action());
        fields().forEach((name, value) -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields()).toUriString();
    }
}
