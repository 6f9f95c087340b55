package org.rongyi.platform.access.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Says;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 接口目录: the doors for other programs, read from the very routes that answer them, and written as OpenAPI 3.1. What is not in
 * the code cannot be in it, and what is in the code cannot be missing.
 */
@Component
class OpenApi {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    OpenApi(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** What is asked of a door. @param place path or query */
    record Asked(String name, String place, boolean required, String meaning) {}

    /**
     * One door.
     *
     * @param grants which of them open it; none: everybody
     */
    record Door(
            String path,
            String verb,
            String summary,
            List<ClientScope> grants,
            List<Asked> asked,
            Map<String, Object> answer) {}

    /** In the order of their paths. */
    List<Door> doors() {
        var doors = new ArrayList<Door>();
        mapping.getObject()
                .getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/public/") || path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> doors.add(door(path, verb.name(), method)))));
        doors.sort(Comparator.comparing(Door::path).thenComparing(Door::verb));
        return doors;
    }

    /** The document. */
    Map<String, Object> document() {
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var door : doors()) {
            paths.computeIfAbsent(door.path(), path -> new LinkedHashMap<>())
                    .put(door.verb().toLowerCase(java.util.Locale.ROOT), operation(door));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of("title", "戎驿接口", "version", "1", "description", "公开查询不用签名；其余按 RFC 9421 用密钥签名，见 /interfaces"));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of(
                                "signature",
                                Map.of(
                                        "type", "apiKey",
                                        "in", "header",
                                        "name", "Signature",
                                        "description", "RFC 9421：与 Signature-Input 一起，覆盖 @method、@path、@query")),
                        "schemas",
                        Map.of("Problem", problem())));
        return document;
    }

    private static Map<String, Object> operation(Door door) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("summary", door.summary());
        operation.put(
                "parameters",
                door.asked().stream()
                        .map(one -> Map.of(
                                "name", one.name(),
                                "in", one.place(),
                                "required", one.required(),
                                "description", one.meaning(),
                                "schema", Map.of("type", "string")))
                        .toList());
        operation.put(
                "security",
                door.grants().isEmpty()
                        ? List.of(Map.of(), Map.of("signature", List.of()))
                        : List.of(Map.of(
                                "signature",
                                door.grants().stream().map(Enum::name).toList())));
        operation.put(
                "responses",
                Map.of(
                        "200",
                        Map.of("description", "查到了", "content", json("application/json", door.answer())),
                        "default",
                        Map.of(
                                "description",
                                "没有查到、问得不对、没有授权或太频繁",
                                "content",
                                json("application/problem+json", Map.of("$ref", "#/components/schemas/Problem")))));
        return operation;
    }

    private static Map<String, Object> json(String type, Map<String, Object> schema) {
        return Map.of(type, Map.of("schema", schema));
    }

    private static Map<String, Object> problem() {
        return Map.of(
                "type", "object",
                "description", "RFC 9457",
                "properties",
                        Map.of(
                                "type", Map.of("type", "string"),
                                "title", Map.of("type", "string"),
                                "status", Map.of("type", "integer"),
                                "detail", Map.of("type", "string")));
    }

    private static Door door(String path, String verb, HandlerMethod method) {
        var says = method.getMethodAnnotation(Says.class);
        var allow = method.getMethodAnnotation(Allow.class);
        return new Door(
                path,
                verb,
                says == null ? "" : says.value(),
                allow == null || allow.everyone() ? List.of() : List.of(allow.client()),
                Arrays.stream(method.getMethod().getParameters())
                        .flatMap(OpenApi::asked)
                        .toList(),
                says == null || says.answers() == Void.class ? Map.of() : answer(says));
    }

    private static Map<String, Object> answer(Says says) {
        var one = schema(says.answers());
        return says.many() ? Map.of("type", "array", "items", one) : one;
    }

    private static Stream<Asked> asked(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Stream.of(new Asked(parameter.getName(), "path", true, meaning(parameter)));
        }
        var query = parameter.getAnnotation(RequestParam.class);
        if (query != null) {
            boolean required = query.required() && ValueConstants.DEFAULT_NONE.equals(query.defaultValue());
            var name = query.name().isEmpty() ? parameter.getName() : query.name();
            return Stream.of(new Asked(name, "query", required, meaning(parameter)));
        }
        var type = parameter.getType();
        if (type.isRecord() && !Actor.class.isAssignableFrom(type)) {
            return Arrays.stream(type.getRecordComponents())
                    .map(part -> new Asked(part.getName(), "query", false, meaning(part)));
        }
        return Stream.empty();
    }

    private static String meaning(AnnotatedElement element) {
        var says = element.getAnnotation(Says.class);
        return says == null ? "" : says.value();
    }

    private static Map<String, Object> schema(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var part : type.getRecordComponents()) {
            properties.put(part.getName(), schema(part.getGenericType(), isNullable(part)));
            if (!isLeftOut(type, part)) {
                required.add(part.getName());
            }
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    /** Jackson's own annotation says when a part is left out. */
    private static boolean isLeftOut(Class<?> type, RecordComponent part) {
        try {
            return part.getAccessor().isAnnotationPresent(JsonInclude.class)
                    || type.getDeclaredField(part.getName()).isAnnotationPresent(JsonInclude.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError("a record has a field for each part", e);
        }
    }

    private static boolean isNullable(RecordComponent part) {
        AnnotatedType type = part.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> schema(Type type, boolean nullable) {
        if (type instanceof ParameterizedType list) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0], false));
        }
        if (!(type instanceof Class<?> known)) {
            throw new IllegalStateException("接口的回答里有说不清的类型：" + type);
        }
        if (known.isRecord()) {
            return schema(known);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", nullable ? List.of(name(known), "null") : name(known));
        var format = format(known);
        if (format != null) {
            schema.put("format", format);
        }
        return schema;
    }

    private static String name(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return "string";
    }

    private static @Nullable String format(Class<?> type) {
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == OffsetDateTime.class) {
            return "date-time";
        }
        return type == UUID.class ? "uuid" : null;
    }
}
