package org.rongyi.platform.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RongyiTest
@DisplayName("接口目录：与程序里的接口一一对应，回答的样子与实际回答一致")
class OpenApiTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("给程序的每个接口都在目录里，目录里的每个接口都有；各有一句话说明，每个参数有说明，路径里的变量都列出")
    void everyDoorIsDescribed() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/public/") || path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        routes.add(verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path))));
        var described = new TreeSet<String>();
        var silent = new ArrayList<String>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    var door = verb.getKey() + " " + path.getKey();
                    described.add(door);
                    var operation = verb.getValue();
                    if (operation.get("summary").asString().isBlank()) {
                        silent.add(door);
                    }
                    var inPath = new TreeSet<String>();
                    operation.get("parameters").forEach(one -> {
                        if (one.get("description").asString().isBlank()) {
                            silent.add(door + " " + one.get("name"));
                        }
                        if (one.get("in").asString().equals("path")) {
                            inPath.add("{" + one.get("name").asString() + "}");
                        }
                    });
                    assertThat(inPath).as(door).allMatch(path.getKey()::contains);
                    assertThat(path.getKey().chars().filter(c -> c == '{').count())
                            .as(door)
                            .isEqualTo(inPath.size());
                }));
        assertThat(described).isEqualTo(routes).hasSizeGreaterThan(6);
        assertThat(silent).isEmpty();
    }

    @Test
    @DisplayName("照目录去问，回答里的每一项都在目录里，目录说必有的都有")
    void answersAreAsDescribed() {
        for (var target : List.of(
                "/public/deadline.json?from=2021-09-24&workingDays=5",
                "/public/divisions/440000000000.json",
                "/public/stations.json",
                "/public/figures.json?unit=440000000000&period=2021")) {
            var answer = new Browser(port).get(target);
            assertThat(answer.statusCode()).as(target).isEqualTo(200);
            var path = target.replaceAll("\\?.*", "").replace("440000000000.json", "{code}.json");
            var schema = document()
                    .get("paths")
                    .get(path)
                    .get("get")
                    .get("responses")
                    .get("200")
                    .get("content")
                    .get("application/json")
                    .get("schema");
            fits(target, json.readTree(answer.body()), schema);
        }
    }

    @Test
    @DisplayName("给人看的一页列出同样的接口，写明怎样签名")
    void peopleReadTheSame() {
        var page = new Browser(port).get("/interfaces");
        assertThat(page.statusCode()).isEqualTo(200);
        document()
                .get("paths")
                .properties()
                .forEach(path -> assertThat(page.body()).contains(path.getKey()));
        assertThat(page.body()).contains("Signature-Input", "hmac-sm3", "300 秒");
    }

    private JsonNode document() {
        var answer = new Browser(port).get("/public/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        var document = json.readTree(answer.body());
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        return document;
    }

    /** Types, names, and what has to be there; everything below too. */
    private static void fits(String where, JsonNode value, JsonNode schema) {
        var types = new ArrayList<String>();
        if (schema.get("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asString()));
        } else {
            types.add(schema.get("type").asString());
        }
        assertThat(types).as(where).contains(type(value, types));
        if (value.isArray()) {
            value.forEach(one -> fits(where + "[]", one, schema.get("items")));
        }
        if (value.isObject()) {
            var properties = schema.get("properties");
            value.properties().forEach(part -> {
                assertThat(properties.has(part.getKey()))
                        .as(where + "." + part.getKey())
                        .isTrue();
                fits(where + "." + part.getKey(), part.getValue(), properties.get(part.getKey()));
            });
            schema.get("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as(where + "." + name)
                            .isTrue());
        }
    }

    private static String type(JsonNode value, List<String> types) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isArray()) {
            return "array";
        }
        if (value.isObject()) {
            return "object";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() && types.contains("integer") ? "integer" : "number";
        }
        return "string";
    }
}
