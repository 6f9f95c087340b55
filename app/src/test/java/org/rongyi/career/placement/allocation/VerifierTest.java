package org.rongyi.career.placement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("第二份实现：真的都通过，改动一处就查得出、指得到")
class VerifierTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int CHANGES = FULL ? 2_000 : 120;
    private static final JsonMapper MAPPER = new JsonMapper();

    private static SecondOpinion second;

    @BeforeAll
    static void compileItByItself() throws Exception {
        second = new SecondOpinion();
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    @DisplayName("随便什么小市场，产品算的第二份实现都认；单独取出的记录也认")
    void whatTheProductWritesIsVerified(Mechanism mechanism) {
        var instances = new Instances(11);
        for (int sample = 0; sample < 3 * CHANGES; sample++) {
            var input = Instances.json(instances.any(mechanism, 7)).getBytes(StandardCharsets.UTF_8);
            var file = Allocation.of(input).file();
            assertThat(second.objection(file, input))
                    .as(new String(input, StandardCharsets.UTF_8))
                    .isEmpty();
            var transcript = MAPPER.readTree(file).get("transcript");
            assertThat(second.objection(transcript.toPrettyString().getBytes(StandardCharsets.UTF_8), null))
                    .isEmpty();
            assertThat(Allocation.of(transcript.get("input").toString().getBytes(StandardCharsets.UTF_8))
                            .file())
                    .isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    @DisplayName("较大的一场：产品与第二份实现一致，含总代价最小和一样小时的取舍")
    void aLargerOneIsVerified(Mechanism mechanism) {
        var problem = FULL
                ? new Instances(12).large(mechanism, 30_000, 12_000, 20)
                : new Instances(12).large(mechanism, 1_500, 600, 12);
        var input = Instances.json(problem).getBytes(StandardCharsets.UTF_8);
        var file = Allocation.of(input).file();
        assertThat(second.objection(file, input)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    @DisplayName("改、删、添、换位，每次一处，哈希全部重算：都查得出，并指出改在哪里")
    void everySingleChangeIsFoundAndLocated(Mechanism mechanism) {
        var instances = new Instances(13);
        var tampering = new Tampering(14);
        var missed = new TreeMap<String, String>();
        for (int sample = 0; sample < CHANGES; sample++) {
            var input = Instances.json(instances.any(mechanism, 6)).getBytes(StandardCharsets.UTF_8);
            var file = Allocation.of(input).file();
            var change = tampering.any(file);
            var objection = second.objection(change.file(), input).orElse("");
            var said = change.place() + " " + change.what() + " → " + objection;
            if (objection.isEmpty()
                    || (objection.startsWith("heads") && !change.what().equals("drop heads"))) {
                missed.put(said, new String(change.file(), StandardCharsets.UTF_8));
            }
            if (change.isInput()) {
                assertThat(objection).as(said).startsWith("input");
                requireAnotherTruth(change);
            } else if (change.what()
                    .matches("change (rank|line|last|seats|placed|cost|result|form|unplaced|candidates)")) {
                assertThat(objection)
                        .as(said)
                        .startsWith(change.place()
                                + (change.place().isEmpty() ? "" : ".")
                                + change.what().substring("change ".length()));
            }
        }
        assertThat(missed).isEmpty();
    }

    /** Without the kept input a changed one passes only if the file is the true answer to it. */
    private static void requireAnotherTruth(Tampering.Change change) {
        if (second.objection(change.file(), null).isEmpty()) {
            var truth = MAPPER.readTree(Allocation.of(change.input()).file());
            assertThat(truth.get("transcript").get("steps"))
                    .isEqualTo(MAPPER.readTree(change.file()).get("transcript").get("steps"));
        }
    }

    @Test
    @DisplayName("程序里埋下错的规则：同分倒排、多收一人、排名倒用、代价多花、同价不按顺序，一一查出")
    void plantedWrongRulesAreFound() {
        var tie = "{'mechanism':'serial-dictatorship','posts':[{'id':'p','seats':1}],'candidates':["
                + "{'id':'a','score':5,'choices':['p']},{'id':'b','score':5,'choices':['p']}]}";
        assertFound(tie, input -> swap(input, "candidates"), "order[1]");
        assertFound(tie, input -> input.replace("'seats':1", "'seats':2"), "steps[1].post");
        var rank =
                "{'mechanism':'deferred-acceptance','posts':[{'id':'p','seats':1,'ranking':['a','b']}],'candidates':["
                        + "{'id':'a','choices':['p']},{'id':'b','choices':['p']}]}";
        assertFound(rank, input -> input.replace("['a','b']", "['b','a']"), "steps[0].post");
        var cost = "{'mechanism':'assignment','posts':[{'id':'p','seats':1},{'id':'q','seats':1}],'candidates':["
                + "{'id':'a','choices':[]},{'id':'b','choices':[]}],'costs':[{'candidate':'a','post':'p','cost':1},"
                + "{'candidate':'a','post':'q','cost':5},{'candidate':'b','post':'p','cost':5},{'candidate':'b','post':'q','cost':1}]}";
        assertFound(cost, input -> input.replace("'cost':5", "'cost':0"), "steps[0].post");
        assertFound(cost.replace("'cost':5", "'cost':1"), input -> swap(input, "posts"), "steps[0].post");
    }

    /** Puts the second of the two first. */
    private static String swap(String input, String list) {
        var tree = (ObjectNode) MAPPER.readTree(input.replace('\'', '"'));
        tree.withArray(list).add(tree.withArray(list).remove(0));
        return tree.toString().replace('"', '\'');
    }

    /** What another rule makes of the input is handed in as the answer to the input as it is. */
    private static void assertFound(String input, Function<String, String> wrongRule, String place) {
        var right = input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        var wrong = wrongRule.apply(input).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        var truth = (ObjectNode) MAPPER.readTree(Allocation.of(right).file()).get("transcript");
        var lie = (ObjectNode) MAPPER.readTree(Allocation.of(wrong).file()).get("transcript");
        lie.set("input", truth.get("input"));
        lie.set("steps", inOrder(lie, truth));
        lie.set("lines", byPost(lie, truth));
        Tampering.rehash(lie);
        assertThat(second.objection(lie.toString().getBytes(StandardCharsets.UTF_8), right))
                .as(lie.toString())
                .hasValueSatisfying(objection -> assertThat(objection).startsWith(place));
    }

    private static tools.jackson.databind.node.ArrayNode inOrder(ObjectNode lie, ObjectNode truth) {
        return sorted(lie.withArray("steps"), truth.withArray("steps"), "candidate");
    }

    private static tools.jackson.databind.node.ArrayNode byPost(ObjectNode lie, ObjectNode truth) {
        return sorted(lie.withArray("lines"), truth.withArray("lines"), "post");
    }

    private static tools.jackson.databind.node.ArrayNode sorted(
            tools.jackson.databind.node.ArrayNode list, tools.jackson.databind.node.ArrayNode as, String key) {
        var sorted = MAPPER.createArrayNode();
        for (var one : as) {
            for (var other : list) {
                if (other.get(key).equals(one.get(key))) {
                    sorted.add(other);
                }
            }
        }
        return sorted;
    }
}
