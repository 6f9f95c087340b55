package org.rongyi.career.placement.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rongyi.career.placement.allocation.Tampering;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Single changes to a campaign's file, written again in the canonical form and with all hashes made anew. */
final class CampaignTampering {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> LONG = Set.of("posts", "candidates", "costs", "steps", "rounds", "lines");

    private final Random random;
    private final Tampering tampering;

    CampaignTampering(long seed) {
        random = new Random(seed);
        tampering = new Tampering(seed);
    }

    record Change(String place, String what, byte[] file) {}

    /** One change of any kind anywhere but in the heads. */
    Change any(byte[] file) {
        while (true) {
            var root = (ObjectNode) MAPPER.readTree(file);
            var spots = new ArrayList<Tampering.Spot>();
            Tampering.collect(root, "", spots);
            spots.removeIf(spot -> spot.place().startsWith(".heads"));
            var spot = spots.get(random.nextInt(spots.size()));
            var what = tampering.change(spot.in());
            if (!what.isEmpty()
                    && !what.equals("drop heads")
                    && !what.equals("change heads")
                    && !root.equals(MAPPER.readTree(file))) {
                rehash(root);
                return new Change(spot.place().replaceFirst("^\\.", ""), what, layout(root));
            }
        }
    }

    static void rehash(ObjectNode root) {
        if (root.get("steps") instanceof ArrayNode steps && root.get("heads") instanceof ObjectNode heads) {
            var leaves = StreamSupport.stream(steps.spliterator(), false)
                    .map(step -> step.toString().getBytes(StandardCharsets.UTF_8))
                    .toList();
            if (leaves.isEmpty()) {
                return;
            }
            var all = new java.io.ByteArrayOutputStream();
            var from = new int[leaves.size()];
            var to = new int[leaves.size()];
            for (int i = 0; i < from.length; i++) {
                from[i] = all.size();
                all.writeBytes(leaves.get(i));
                to[i] = all.size();
            }
            heads.put("sha256", new HashTree(Digests.treeSha256(), all.toByteArray(), from, to).head());
            heads.put("sm3", new HashTree(Digests.treeSm3(), all.toByteArray(), from, to).head());
        }
    }

    static byte[] layout(ObjectNode root) {
        return (parts(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String parts(ObjectNode object) {
        return object.properties().stream()
                .map(one -> "\"" + one.getKey() + "\":" + part(one.getKey(), one.getValue()))
                .collect(Collectors.joining(",\n", "{", "}"));
    }

    private static String part(String key, JsonNode value) {
        if (value instanceof ObjectNode inner && key.equals("input")) {
            return parts(inner);
        }
        if (value instanceof ArrayNode list && LONG.contains(key)) {
            return list.isEmpty()
                    ? "[]"
                    : StreamSupport.stream(list.spliterator(), false)
                            .map(CampaignTampering::element)
                            .collect(Collectors.joining(",\n", "[\n", "]"));
        }
        return value.toString();
    }

    private static String element(JsonNode element) {
        return element instanceof ObjectNode object && object.get("lines") instanceof ArrayNode
                ? object.properties().stream()
                        .map(one -> "\"" + one.getKey() + "\":"
                                + (one.getKey().equals("lines")
                                        ? part("lines", one.getValue())
                                        : one.getValue().toString()))
                        .collect(Collectors.joining(",", "{", "}"))
                : element.toString();
    }
}
