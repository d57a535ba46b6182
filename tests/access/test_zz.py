import time, logging
from tests.access.test_every_route import *
from tests.access.test_every_route import _status,_address
def test_prof(logs):
    import cProfile,pstats
    c=Visitor("dag"); 
    a=_address("concern",logs["b"])
    _status(c,"GET","concern",a)
    for dis in (0,1):
        if dis: logging.disable(logging.CRITICAL)
        t=time.process_time()
        for _ in range(50): _status(c,"GET","concern",a)
        print("cpu ms",(time.process_time()-t)*20)
    pr=cProfile.Profile(); pr.enable()
    for _ in range(50): _status(c,"GET","concern",a)
    pr.disable()
    pstats.Stats(pr).sort_stats("tottime").print_stats(30)
    pstats.Stats(pr).sort_stats("cumtime").print_stats(70)
