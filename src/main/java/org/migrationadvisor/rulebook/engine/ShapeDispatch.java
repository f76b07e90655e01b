package org.migrationadvisor.rulebook.engine;

import java.util.Objects;
import org.drools.base.base.ClassObjectType;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.kie.api.KieBase;

/**
 * Hands each fact to the patterns whose shape it has, and asks the others nothing. It stands where Drools puts its own
 * walk over all conditions on one fact, or a compiled one.
 *
 * <p>This is the one place that depends on inner classes of Drools. The walk that it replaces asks the same conditions,
 * so that the advice is the same without it, only later: {@code -Dorg.migrationadvisor.network=ordinary}.
 */
final class ShapeDispatch extends CompositeObjectSinkAdapter {
    private static final long serialVersionUID = 1L;

    /** The system property that chooses the network: {@code ordinary} for that of Drools alone. */
    static final String NETWORK = "org.migrationadvisor.network";

    private static final String ORDINARY = "ordinary";

    private final transient ObjectSinkPropagator[] byShape;

    private ShapeDispatch(ObjectSink[] patterns) {
        this.byShape = new ObjectSinkPropagator[patterns.length];
        for (ObjectSink pattern : patterns) {
            AlphaNode node = (AlphaNode) pattern;
            String shape =
                    ((LambdaConstraint) node.getConstraint()).getEvaluator().getId();
            byShape[Integer.parseInt(shape)] = node.getObjectSinkPropagator();
            addObjectSink(pattern);
        }
    }

    /**
     * Puts itself into a base in which the first condition of each pattern has the number of its shape as its id, unless
     * the ordinary network is asked for.
     *
     * @throws IllegalStateException if the network is not as that of the Drools that this was written for
     */
    static void install(KieBase base) {
        if (ORDINARY.equals(System.getProperty(NETWORK))) {
            return;
        }
        try {
            replaceWalk(base);
        } catch (LinkageError | RuntimeException otherNetwork) {
            throw new IllegalStateException(
                    "found a network of Drools " + KieBase.class.getPackage().getImplementationVersion()
                            + " that is not built as expected; start Java with -D" + NETWORK + "=" + ORDINARY
                            + " for the same advice at less speed, or use the version of Drools that pom.xml names",
                    otherNetwork);
        }
    }

    private static void replaceWalk(KieBase base) {
        ClassObjectType type = new ClassObjectType(ShapedFact.class);
        for (EntryPointNode entry :
                ((InternalRuleBase) base).getRete().getEntryPointNodes().values()) {
            ObjectTypeNode facts = entry.getObjectTypeNodes().get(type);
            if (facts != null) {
                facts.setObjectSinkPropagator(
                        new ShapeDispatch(facts.getObjectSinkPropagator().getSinks()));
            }
        }
    }

    @Override
    public void propagateAssertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        for (int shape : ((ShapedFact) Objects.requireNonNull(handle.getObject())).shapes()) {
            byShape[shape].propagateAssertObject(handle, context, evaluator);
        }
    }
}
