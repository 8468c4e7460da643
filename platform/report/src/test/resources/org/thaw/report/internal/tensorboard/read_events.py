"""Prints every scalar and every text below a folder as TensorBoard reads it: run, tag, step, wall time, value."""
import sys

from tensorboard.backend.event_processing.event_multiplexer import EventMultiplexer

multiplexer = EventMultiplexer(size_guidance={"scalars": 0, "tensors": 0}).AddRunsFromDirectory(sys.argv[1])
multiplexer.Reload()
for run, tags in sorted(multiplexer.Runs().items()):
    for tag in tags["scalars"]:
        for event in multiplexer.Scalars(run, tag):
            print(run, tag, event.step, event.wall_time, repr(event.value), sep="\t")
    for tag in tags["tensors"]:
        if multiplexer.SummaryMetadata(run, tag).plugin_data.plugin_name == "text":
            for event in multiplexer.Tensors(run, tag):
                print(run, tag, event.step, event.wall_time, event.tensor_proto.string_val[0].decode("utf-8"), sep="\t")
