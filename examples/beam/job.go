package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/metricsx"
	jobpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/jobmanagement_v1"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// Waiting times for a job service.
const (
	dialTime   = 10 * time.Second
	answerTime = 5 * time.Second
	pollTime   = time.Second
)

// outcome is what came of a job: how many documents, or only that a runner has begun.
type outcome struct {
	analysed, failed int64
	submitted        bool
}

func (o outcome) String() string {
	if o.submitted {
		return "submitted; the runner tells what becomes of it"
	}
	return fmt.Sprintf("documents: %d analysed, %d failed", o.analysed, o.failed)
}

// job is a pipeline on its way. Its client is nil where the runner has no job service, as Dataflow.
type job struct {
	name   string
	client jobpb.JobServiceClient
}

// newJob prepares a job on the runner that the flags of Beam name. Without a name it is Prism, in this process.
func newJob(ctx context.Context) (*job, error) {
	if *jobopts.JobName == "" {
		*jobopts.JobName = fmt.Sprintf("detto-%d", time.Now().UnixNano())
	}
	if *jobopts.Endpoint == "" && (*runners.Runner == "" || *runners.Runner == "prism") {
		if err := startPrism(ctx); err != nil {
			return nil, err
		}
	}
	if *jobopts.Endpoint == "" {
		return &job{name: *jobopts.JobName}, nil
	}
	connection, err := grpcx.Dial(ctx, *jobopts.Endpoint, dialTime)
	if err != nil {
		return nil, fmt.Errorf("no job service answers at %s: start it, or name another with -endpoint", *jobopts.Endpoint)
	}
	return &job{*jobopts.JobName, jobpb.NewJobServiceClient(connection)}, nil
}

// startPrism starts a job service in this process, which works here too, and makes it the one of the flags.
func startPrism(ctx context.Context) error {
	listener, err := net.Listen("tcp", "localhost:0") // the service can choose a port itself, but does not tell which
	if err != nil {
		return err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	if err := listener.Close(); err != nil {
		return err
	}
	if _, err := prism.CreateJobServer(ctx, prism.Options{Port: port}); err != nil {
		return err
	}
	*jobopts.Endpoint = net.JoinHostPort("localhost", strconv.Itoa(port))
	*jobopts.EnvironmentType = cmp.Or(*jobopts.EnvironmentType, "loopback")
	return nil
}

// ended is what Beam says at the end of a job.
type ended struct {
	result beam.PipelineResult
	err    error
}

// run runs a pipeline until it ends or the context does; then it cancels the job. Meanwhile it shows the progress.
func (j *job) run(ctx context.Context, pipeline *beam.Pipeline, show func(outcome)) (outcome, error) {
	end := make(chan ended, 1)
	go func() {
		result, err := beamx.RunWithMetrics(context.WithoutCancel(ctx), pipeline) // would stop waiting, and leave the job
		end <- ended{result, err}
	}()
	poll := time.NewTicker(pollTime)
	defer poll.Stop()
	for {
		select {
		case <-ctx.Done():
			return outcome{}, j.cancel(context.WithoutCancel(ctx))
		case e := <-end:
			return e.outcome()
		case <-poll.C:
			j.poll(ctx, show)
		}
	}
}

// outcome returns what came of a job that has ended.
func (e ended) outcome() (outcome, error) {
	if e.err != nil {
		return outcome{}, cause(e.err)
	}
	if *jobopts.Async || e.result == nil { // the result has no metrics, and panics when it is asked for them
		return outcome{submitted: true}, nil
	}
	return count(e.result.Metrics()), nil
}

// cause returns the last reason in an error of Beam, before which stands the plan of the pipeline.
func cause(err error) error {
	const before = "failed:\n"
	text := err.Error()
	if at := strings.LastIndex(text, before); at >= 0 {
		return fmt.Errorf("%s (-v shows more)", strings.TrimSpace(text[at+len(before):]))
	}
	return err
}

// The counters, under the names by which runners show them.
const (
	counterNamespace = "detto"
	analysedCounter  = "analysed"
	failedCounter    = "failed"
)

// count reads the counters, each the sum over all steps.
func count(results metrics.Results) outcome {
	sum := make(map[string]int64)
	found := results.Query(func(r beam.MetricResult) bool { return r.Namespace() == counterNamespace })
	for _, counter := range found.Counters() {
		sum[counter.Name()] += counter.Result()
	}
	return outcome{analysed: sum[analysedCounter], failed: sum[failedCounter]}
}

// poll shows how far the job is, if its service knows.
func (j *job) poll(ctx context.Context, show func(outcome)) {
	ctx, done := context.WithTimeout(ctx, answerTime)
	defer done()
	id, err := j.find(ctx)
	if err != nil {
		return
	}
	response, err := j.client.GetJobMetrics(ctx, &jobpb.GetJobMetricsRequest{JobId: id})
	if err != nil {
		return
	}
	all := response.GetMetrics()
	show(count(*metricsx.FromMonitoringInfos(&pipepb.Pipeline{}, all.GetAttempted(), all.GetCommitted())))
}

// cancel cancels the job, and returns an error that says what became of it.
func (j *job) cancel(ctx context.Context) error {
	ctx, done := context.WithTimeout(ctx, answerTime)
	defer done()
	id, err := j.find(ctx)
	if err == nil {
		_, err = j.client.Cancel(ctx, &jobpb.CancelJobRequest{JobId: id})
	}
	if err != nil {
		return fmt.Errorf("interrupted, but job %s may go on, cancel it on its runner: %w", j.name, err)
	}
	return fmt.Errorf("interrupted; job %s is cancelled", j.name)
}

// find returns the id that the service gave to the job. Beam tells it only at the end.
func (j *job) find(ctx context.Context) (id string, err error) {
	if j.client == nil {
		return "", errors.New("the runner has no job service")
	}
	all, err := j.client.GetJobs(ctx, &jobpb.GetJobsRequest{})
	if err != nil {
		return "", err
	}
	for _, info := range all.GetJobInfo() {
		if info.GetJobName() != j.name || isOver(info.GetState()) {
			continue
		}
		if id != "" {
			return "", errors.New("several jobs have this name")
		}
		id = info.GetJobId()
	}
	if id == "" {
		return "", errors.New("no job of this name is under way")
	}
	return id, nil
}

func isOver(state jobpb.JobState_Enum) bool {
	switch state {
	case jobpb.JobState_DONE, jobpb.JobState_FAILED, jobpb.JobState_CANCELLED, jobpb.JobState_UPDATED, jobpb.JobState_DRAINED:
		return true
	}
	return false
}
