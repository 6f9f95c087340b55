package org.rongyi.platform.division.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 核对区划变更： everything that will follow, before it does.
 *
 * @param lines one for each code
 */
public record ChangeCheckPage(Division unit, ChangeForm form, List<String> lines) implements Page {

    public ChangeCheckPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String title() {
        return "核对变更：" + unit.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("区划查询", "/divisions"), new Crumb(unit.name(), "/divisions/" + unit.code()));
    }

    public String action() {
        return "/divisions/" + unit.code() + "/change";
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("变更", form.chosen().zh()),
                Fact.of("生效日期", form.text(form.on())),
                Fact.of("依据", form.text(form.source())),
                Fact.of("涉及代码", lines.size() + " 个"));
    }

    /** All that was typed, to be sent again. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", form.chosen().name());
        fields.put("on", form.text(form.on()));
        fields.put("source", form.text(form.source()));
        fields.put("name", form.text(form.name()));
        fields.put("newCode", form.text(form.newCode()));
        fields.put("target", form.text(form.target()));
        fields.put("parts", form.text(form.parts()));
        fields.put("below", form.text(form.below()));
        return fields;
    }

    /** The form as it was filled in. */
    public String back() {
        var path = UriComponentsBuilder.fromPath(action());
        fields().forEach((name, value) -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields()).toUriString();
    }
}
